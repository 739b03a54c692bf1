// A tap on the figure chooses in the list, which may be far below; the page stays where it is.

for (const spot of document.querySelectorAll(".body-map label")) {
  spot.addEventListener("click", (event) => {
    event.preventDefault();
    spot.control.focus({ preventScroll: true });
    spot.control.click();
  });
}
