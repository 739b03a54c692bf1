// Small comforts. Every page works without them.

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

// Someone who sent a page with a fault hears of it first.
document.querySelector("[data-focus]")?.focus();

// A link to a fault leads into the input itself.
each(".error-summary a", (link) => {
  link.addEventListener("click", (event) => {
    const input = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!input) return;
    event.preventDefault();
    input.closest("fieldset")?.scrollIntoView();
    input.focus({ preventScroll: true });
  });
});

// "None of these" clears the others, and the others clear it.
each("fieldset", (group) => {
  const boxes = [...group.querySelectorAll("input[type=checkbox]")];
  if (!boxes.some((box) => "exclusive" in box.dataset)) return;
  group.addEventListener("change", ({ target }) => {
    if (!target.checked) return;
    for (const box of boxes) {
      if (box !== target && ("exclusive" in target.dataset || "exclusive" in box.dataset)) box.checked = false;
    }
  });
});

// What was filled in and not sent yet goes along to another language.
each(".languages a", (link) => {
  link.addEventListener("click", (event) => {
    const form = document.querySelector("form[data-typed]");
    if (!form) return;
    event.preventDefault();
    const speak = document.createElement("input");
    Object.assign(speak, { type: "hidden", name: "speak", value: link.hreflang });
    form.append(speak);
    form.submit();
  });
});

// A link to something that is folded away opens it.
const unfold = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let parent = target.closest("details"); parent; parent = parent.parentElement.closest("details")) {
    parent.open = true;
  }
  target.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();

// A button for printing stands only where it works.
each("[data-print]", (button) => {
  button.hidden = false;
  button.addEventListener("click", () => print());
});

// A long list can be narrowed to the entries that hold every typed word. What is typed stays here.
each("[data-filter]", (box) => {
  const input = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const entries = [...document.querySelectorAll(box.dataset.filter)];
  const texts = entries.map((entry) => (entry.textContent + " " + (entry.dataset.words ?? "")).toLowerCase());
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    entries.forEach((entry, at) => {
      entry.hidden = !words.every((word) => texts[at].includes(word));
      shown += !entry.hidden;
    });
    each("[data-filtered]", (part) => { part.hidden = !part.querySelector(`${box.dataset.filter}:not([hidden])`); });
    status.textContent = words.length ? `${shown} of ${entries.length} shown` : "";
  });
});
