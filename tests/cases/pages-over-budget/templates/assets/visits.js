document.documentElement.dataset.visited = "yes";
