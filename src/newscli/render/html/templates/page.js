"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const card = document.getElementById("card");
  let shown = null; // the statement whose details the card shows
  let held = false; // whether it stays when the pointer leaves
  document.documentElement.classList.add("js");

  // A statement's details, below or above it or, on a small screen, at the foot.
  const details = (place) => document.getElementById(place.hash.slice(1));
  const marks = (id) => all(`.q[href="#${id}"]`);
  const hide = () => {
    if (shown) marks(shown.id).forEach((mark) => mark.classList.remove("on"));
    shown = null;
    held = false;
    card.hidden = true;
  };
  const show = (place) => {
    const found = details(place);
    if (!found || found === shown) return;
    hide();
    shown = found;
    const copy = found.cloneNode(true);
    card.className = `card ${found.className}`;
    card.replaceChildren(...copy.childNodes);
    card.hidden = false;
    marks(found.id).forEach((mark) => mark.classList.add("on"));
    card.style.top = card.style.left = "";
    const boxes = place.getClientRects();
    if (!boxes.length || getComputedStyle(card).position === "fixed") return;
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    const fits = last.bottom + card.offsetHeight + 16 < window.innerHeight;
    const top = fits || first.top < card.offsetHeight + 16 ? last.bottom + 8 : first.top - card.offsetHeight - 8;
    const left = Math.min(last.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    card.style.top = `${top + window.scrollY}px`;
    card.style.left = `${Math.max(8, left)}px`;
  };
  const placeOf = (event) => event.target.closest && event.target.closest("a.q");

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch" || held) return;
    const place = placeOf(event);
    if (place) show(place);
    else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("focusin", (event) => {
    const place = placeOf(event);
    if (place) {
      show(place);
      held = true;
    } else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const place = placeOf(event);
    if (place && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      show(place);
      held = true;
      return;
    }
    const button = event.target.closest("[data-voice]");
    const mark = event.target.closest("rect[data-q]");
    if (button) light(button);
    else if (mark) go(document.getElementById(mark.dataset.q));
    else if (!card.contains(event.target)) hide();
  });

  // All that one speaker says.
  const light = (button) => {
    const on = button.getAttribute("aria-pressed") !== "true";
    all("[data-voice]").forEach((one) => one.setAttribute("aria-pressed", String(on && one === button)));
    all(".lit").forEach((one) => one.classList.remove("lit"));
    document.body.classList.toggle("lighting", on);
    if (on) all(`[data-v~="${button.dataset.voice}"]`).forEach((one) => one.classList.add("lit"));
  };

  // Keys.
  const go = (place) => {
    if (!place) return;
    place.scrollIntoView({ block: "center", behavior: "instant" });
    place.focus({ preventScroll: true });
  };
  const step = (by) => {
    const places = all("a.q[id]").filter((place) => !place.classList.contains("off"));
    const from = places.indexOf(document.activeElement.closest("a.q") || last);
    last = places[from < 0 ? (by > 0 ? 0 : places.length - 1) : Math.min(Math.max(from + by, 0), places.length - 1)];
    go(last);
  };
  let last = null;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.closest("input");
    if (event.key === "Escape") {
      if (field && field.value) {
        field.value = "";
        filter(field);
      } else hide();
    } else if (field) return;
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      const first = document.querySelector("[data-filters]");
      if (!first) return;
      event.preventDefault();
      first.focus();
      first.select();
    }
  });

  // Lists that are filtered by words.
  const filter = (field) => {
    const asked = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const items = all("[data-item]", document.getElementById(field.dataset.filters));
    let found = 0;
    items.forEach((item) => {
      const text = item.textContent.toLowerCase();
      const fits = asked.every((word) => text.includes(word));
      found += fits;
      item.hidden = !fits;
      if (item.dataset.item) marks(item.id).forEach((mark) => mark.classList.toggle("off", !fits));
    });
    field.closest(".filter").querySelector(".found").textContent = asked.length ? `${found} of ${items.length}` : "";
  };
  all("[data-filters]").forEach((field) => {
    field.closest(".filter").hidden = false;
    field.addEventListener("input", () => filter(field));
  });
})();
