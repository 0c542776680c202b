/** The signs of statuses: a status is never told by colour alone. */

/** Draws the sign of a status, a disc of a radius around a point. */
export function drawSign(ctx, status, x, y, radius, {border, fill}, fontFamily) {
  const width = radius / 4;
  ctx.lineWidth = width;
  ctx.strokeStyle = border;
  ctx.fillStyle = border;
  ctx.beginPath();
  if (status === 'planned' || status === 'in-progress') {
    ctx.arc(x, y, radius - width / 2, 0, 2 * Math.PI);
    ctx.stroke();
    if (status === 'in-progress') {
      ctx.beginPath();
      ctx.arc(x, y, radius - width, Math.PI / 2, 1.5 * Math.PI);
      ctx.fill();
    }
    return;
  }
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  if (status === 'done') {
    ctx.strokeStyle = fill;
    ctx.lineWidth = radius / 3.2;
    ctx.beginPath();
    ctx.moveTo(x - radius * 0.45, y + radius * 0.05);
    ctx.lineTo(x - radius * 0.1, y + radius * 0.4);
    ctx.lineTo(x + radius * 0.48, y - radius * 0.38);
    ctx.stroke();
    return;
  }
  const {font, textAlign, direction} = ctx;
  ctx.fillStyle = fill;
  ctx.font = `700 ${radius * 1.7}px ${fontFamily}`;
  ctx.textAlign = 'center';
  ctx.fillText(status === 'blocked' ? '!' : '?', x, y + radius * 0.6);
  Object.assign(ctx, {font, textAlign, direction});
}
