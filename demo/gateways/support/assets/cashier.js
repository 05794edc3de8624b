// Goes on by itself once the payment has been decided elsewhere, and never reloads a form under the shopper's hand.
setInterval(async () => {
  const response = await fetch(location.href, { redirect: 'manual' }).catch(() => undefined);
  if (response?.type === 'opaqueredirect') location.reload();
}, 1000);
