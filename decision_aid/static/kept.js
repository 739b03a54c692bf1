// Answers go some time after the last page. This asks before they do, and takes care of the way
// back. Without it a line on the page says how long they stay.

const dialog = document.getElementById("staying");

// Time is read from the clock and never counted, so a phone that slept is told the truth.
const life = 1000 * dialog.dataset.seconds;
const notice = Math.min(5 * 60_000, life / 2);
let end = 0;

// Every page opened in another tab starts the time again.
const tabs = new BroadcastChannel("answers-stay");
const stayUntil = (time) => {
  end = Math.max(end, time);
  if (dialog.open && end - Date.now() > notice) dialog.close();
};
const renewed = () => {
  stayUntil(Date.now() + life);
  tabs.postMessage(end);
};
tabs.addEventListener("message", ({ data }) => stayUntil(data));
renewed();

const look = () => {
  const left = end - Date.now();
  if (left <= 0) {
    location.replace(dialog.dataset.gone);
  } else if (left <= notice && !dialog.open) {
    const clock = { hour: "numeric", minute: "2-digit" };
    dialog.querySelector("time").textContent = new Date(end).toLocaleTimeString([], clock);
    dialog.showModal();
  }
};
setInterval(look, 5_000);
document.addEventListener("visibilitychange", look);

const form = dialog.querySelector("form");
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const failed = form.querySelector("[data-failed]");
  failed.textContent = "";
  try {
    const { ok } = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!ok) return location.replace(dialog.dataset.gone);
    renewed();
    const kept = document.querySelector("[data-kept]");
    kept.textContent = kept.dataset.kept;
  } catch {
    failed.textContent = failed.dataset.failed;
  }
});

// Whoever presses Escape is there, and that is all that was asked.
dialog.addEventListener("cancel", (event) => {
  event.preventDefault();
  form.requestSubmit();
});

// A page that comes back whole from the browser's memory may show what was cleared since.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());

// The way back leads to a page, and not to the question whether to send the file again.
const opened = document.querySelector("[data-opened]");
if (opened) history.replaceState(null, "", opened.dataset.opened);
