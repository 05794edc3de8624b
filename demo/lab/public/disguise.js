// Makes this document take itself to be on another device. Runs before anything asks.
{
  const signals = JSON.parse(document.currentScript.dataset.signals);
  const { userAgent, platform, maxTouchPoints, userAgentData, screenWidth, screenHeight } = signals;

  const pretend = (object, values) => {
    for (const [name, value] of Object.entries(values)) Object.defineProperty(object, name, { get: () => value });
  };
  pretend(navigator, { userAgent, platform, maxTouchPoints, userAgentData });
  pretend(screen, { width: screenWidth, height: screenHeight });

  const answers = {
    '(pointer: coarse)': signals.coarsePointer,
    '(any-pointer: fine)': signals.anyPointer,
    '(hover: hover)': signals.hover,
  };
  const matchMedia = window.matchMedia.bind(window);
  window.matchMedia = (query) => {
    const list = matchMedia(query);
    if (query in answers) pretend(list, { matches: answers[query] });
    return list;
  };
}
