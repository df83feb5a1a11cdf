"""What a screen reader is told while a page changes: each text that comes into a live place."""

# A text is heard where the place that it comes into was there before. A place that comes with its
# text is heard by some and not by others, and a place that comes into sight is heard if it alerts.
HEAR = """() => {
    window.heard = [];
    const LIVE = '[aria-live], [role=status], [role=alert]';
    const seen = e => e.getClientRects().length > 0;
    const say = e => window.heard.push(e.textContent.trim().replace(/\\s+/g, ' '));
    new MutationObserver(changes => {
        for (const { type, target, addedNodes } of changes) {
            if (type === 'attributes') {
                if (target.matches('[role=alert]') && seen(target)) say(target);
                continue;
            }
            const place = target.closest?.(LIVE);
            for (const node of addedNodes) {
                if (!node.textContent.trim()) continue;
                if (place && seen(place)) say(node);
                for (const own of node.querySelectorAll?.(LIVE) ?? [])
                    if (own.textContent.trim()) window.heard.push(`comes with its text: ${own.textContent}`);
            }
        }
    }).observe(document.querySelector('.jp-Notebook'),
        { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
}"""


def heard(page):
    """Give what was heard since the last time, when something has been and nothing more comes."""
    page.wait_for_function("window.heard.length")
    page.wait_for_timeout(500)
    return page.evaluate("window.heard.splice(0)")
