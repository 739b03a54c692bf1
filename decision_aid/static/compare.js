// On a narrow page the rows of a comparison fold, and a row opens for all options at once.
// Without this every row stands open. Wide pages and paper show all of them.

const wide = matchMedia("(min-width: 66rem), print");
const rows = [...document.querySelectorAll(".compared .fold")];
const hint = document.querySelector("[data-fold-hint]");

const show = (open) => rows.forEach((row) => { row.open = open(row); });
const arrange = () => {
  hint.hidden = wide.matches;
  show((row) => wide.matches || row.dataset.row === "1");
};

for (const row of rows) {
  row.addEventListener("toggle", () => {
    if (wide.matches) return;
    rows.filter((other) => other.dataset.row === row.dataset.row && other.open !== row.open)
      .forEach((other) => { other.open = row.open; });
  });
}

// A page on which options are still chosen has no rows.
if (hint) {
  wide.addEventListener("change", arrange);
  arrange();
}
