document.documentElement.dataset.theme = localStorage.getItem("assay.theme") ?? "";
