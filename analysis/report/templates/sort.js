// Tables are sorted by a click on, or Enter in, a column head; again for the other way. The page reads as well without.
"use strict";
const NUMBER = ".count,.real,.fraction,.share";
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  const sort = (head, at) => {
    if (head.classList.contains("texts")) return;
    const first = head.matches(NUMBER) ? "descending" : "ascending";
    const other = first === "descending" ? "ascending" : "descending";
    const way = head.getAttribute("aria-sort") === first ? other : first;
    heads.forEach((h) => h.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", way);
    const value = (row) => row.cells[at].dataset.v ?? row.cells[at].textContent;
    const number = head.matches(NUMBER);
    const compare = (a, b) => {
      if (a === "" || b === "") return (a === "") - (b === "");
      const c = number ? a - b : a.localeCompare(b, "zh-CN");
      return way === "ascending" ? c : -c;
    };
    const body = table.tBodies[0];
    body.append(...[...body.rows].sort((a, b) => compare(value(a), value(b))));
  };
  heads.forEach((head, at) => {
    if (head.classList.contains("texts")) return;
    head.tabIndex = 0;
    head.addEventListener("click", () => sort(head, at));
    head.addEventListener("keydown", (event) => event.key === "Enter" && sort(head, at));
  });
}
