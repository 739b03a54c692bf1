// A button for copying stands only where a script runs; without one the text can be selected.

for (const button of document.querySelectorAll("[data-copy]")) {
  const text = document.getElementById(button.dataset.copy);
  const section = button.closest("section");
  const status = section.querySelector("[role=status]");
  const byHand = section.querySelector("[data-by-hand]");
  button.hidden = false;
  byHand.hidden = true;
  button.addEventListener("click", async () => {
    text.select();
    const copied = await navigator.clipboard?.writeText(text.value).then(() => true, () => false)
      || document.execCommand("copy"); // an old browser, or an address without https
    status.textContent = copied ? button.dataset.copied : "";
    byHand.hidden = copied;
  });
}
