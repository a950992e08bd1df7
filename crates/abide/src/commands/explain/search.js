// Searching the list: rows that hold none of the words are left out. Without this script the whole list stands there.
"use strict";
(function () {
  const box = document.getElementById("search");
  const field = document.getElementById("words");
  const count = document.getElementById("found");
  const rows = Array.from(document.querySelectorAll("tbody tr"));
  const texts = rows.map((row) => row.textContent.toLowerCase());
  function search() {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    rows.forEach((row, n) => {
      row.hidden = !words.every((word) => texts[n].includes(word));
      if (!row.hidden) found += 1;
    });
    document.querySelectorAll("section[data-family]").forEach((section) => {
      section.hidden = !section.querySelector("tbody tr:not([hidden])");
    });
    count.textContent = words.length ? found + " of " + rows.length : "";
  }
  box.hidden = false;
  field.addEventListener("input", search);
  search();
})();
