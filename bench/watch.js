// Tells bench/latency.py when a mark that it has saved is in the page: the number in the last sentence
// "Mark 7 of the bench." and that of the property --mark, each with the time of the next frame.
(() => {
    const told = {};
    const marks = {
        text: () => (document.querySelector(".text")?.textContent.match(/Mark \d+ of/g) ?? []).at(-1),
        style: () => {
            const text = document.querySelector(".text");
            return text && getComputedStyle(text).getPropertyValue("--mark");
        },
    };
    const look = () => {
        for (const [kind, read] of Object.entries(marks)) {
            const number = read()?.match(/\d+/)?.[0];
            if (!number || told[kind] === number) continue;
            told[kind] = number;
            requestAnimationFrame(() => benchSees(kind, Number(number), performance.timeOrigin + performance.now()));
        }
    };
    // Scripts of a page may swap its content or its style sheets; a sheet counts when it is loaded.
    new MutationObserver(look).observe(document, {childList: true, subtree: true, characterData: true});
    document.addEventListener("load", look, true);
    addEventListener("load", look);
})();
