/* Runs before the first paint, so that a chosen theme never flashes in the other one. */
try {
  const chosen = localStorage.getItem("assay.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset["theme"] = chosen;
} catch {
  // Storage is forbidden here: the system's theme holds.
}
