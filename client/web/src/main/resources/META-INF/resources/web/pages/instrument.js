// SPDX-License-Identifier: Apache-2.0
// An instrument: five levels of its book, its days as candles, depth and ticks, live.

import { html, nothing } from "../lit.js";
import { ask, lists } from "../api.js";
import { chart, colours } from "../chart.js";
import { moment, number, yuan } from "../format.js";
import { tell } from "../place.js";
import { dayState, level, price } from "../prices.js";
import { facts, remarks } from "../table.js";
import { timeline } from "../timeline.js";
import { t, word } from "../text.js";
import { stored } from "./record.js";

const LEVELS = 5;
const TICKS = 20;

/** Days as candles, with what was traded beneath; days without trades have no price and no candle. */
function candles(bars) {
  const days = bars.filter((bar) => bar.open !== undefined).reverse();
  const { up, down, quiet, line, ink } = colours();
  const axis = { axisLine: { lineStyle: { color: quiet } }, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } };
  const day = { type: "category", data: days.map((bar) => bar.day), ...axis, axisLabel: { color: ink, hideOverlap: true } };
  return {
    aria: { enabled: true, label: { description: t("market.chart", days.length) } },
    grid: [{ left: 70, right: 20, top: 20, height: "60%" }, { left: 70, right: 20, top: "76%", height: "14%" }],
    xAxis: [{ ...day, axisLabel: { show: false } }, { ...day, gridIndex: 1 }],
    yAxis: [{ scale: true, ...axis }, { gridIndex: 1, splitNumber: 2, ...axis }],
    series: [
      {
        type: "candlestick",
        name: t("market.yuan"),
        data: days.map((bar) => [bar.open, bar.close ?? bar.last, bar.low, bar.high].map((fen) => fen / 100)),
        itemStyle: { color: up, color0: down, borderColor: up, borderColor0: down },
      },
      {
        type: "bar",
        name: t("market.volume"),
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: days.map((bar) => ({ value: bar.volume, itemStyle: { color: (bar.close ?? bar.last) >= bar.open ? up : down } })),
      },
    ],
  };
}

const book = (item) => html`
  <div class="table"><table>
    <caption>${t("market.book")} ${item.imbalancePerMille === undefined ? nothing : t("market.imbalance", number((item.imbalancePerMille / 10).toFixed(1)))}</caption>
    <thead><tr><th scope="col">${t("market.level")}</th><th scope="col" class="number">${t("market.price")}</th><th scope="col" class="number">${t("market.tonnes")}</th><th scope="col" class="number">${t("market.listings")}</th></tr></thead>
    <tbody>
      ${Array.from({ length: LEVELS }, (_, i) => LEVELS - i).map((i) => level(item.sells[i - 1], item.base, t("market.sell", i)))}
      ${Array.from({ length: LEVELS }, (_, i) => i + 1).map((i) => level(item.buys[i - 1], item.base, t("market.buy", i)))}
    </tbody>
  </table></div>`;

const ticks = (trades, base) => html`
  <div class="table"><table>
    <caption>${t("market.ticks")}</caption>
    <thead><tr><th scope="col">${t("market.time")}</th><th scope="col" class="number">${t("market.price")}</th><th scope="col" class="number">${t("market.tonnes")}</th><th scope="col">${t("market.mode")}</th></tr></thead>
    <tbody>${trades.map((trade) => html`<tr>
      <th scope="row"><a href=${`/trades/${trade.instrument}/${trade.number}`}>${moment(trade.at)}</a></th>
      <td class="number">${price(trade.price, base)}</td>
      <td class="number">${number(trade.tonnes)}</td>
      <td>${word(trade.mode)} ${trade.taker ? word(trade.taker) : nothing} ${trade.cancellation ? t("market.cancelled") : nothing}</td>
    </tr>`)}</tbody>
  </table></div>`;

export async function show({ params, signal, draw }) {
  const id = encodeURIComponent(params.id);
  const state = {};
  const read = async () => {
    const [item, trades] = await Promise.all([ask(`market/${id}/book`, signal), ask(`trades?instrument=${id}&limit=${TICKS}`, signal)]);
    Object.assign(state, { item, trades: trades.items });
  };
  const redraw = () => draw(params.id, view());
  const [all, bars, happened] = await Promise.all([
    lists(), ask(`market/${id}/bars?limit=200`, signal), timeline("instruments", params.id, { signal, redraw }), read(),
  ]);
  const view = () => html`
    <p class="crumb"><a href="/market">${t("nav.market")}</a></p>
    <h1>${params.id}</h1>
    <p class="lead">${price(state.item.day?.last, state.item.base)} · ${dayState(state.item)} ${remarks(state.item)}
      <span class="tag" role="status">${state.live ? t("market.live") : t("market.notLive")}</span></p>
    ${bars.items.length ? html`<div class="chart" id="candles"></div>` : html`<p class="empty">${t("market.noBars")}</p>`}
    <div class="beside">${book(state.item)} ${ticks(state.trades, state.item.base)}</div>
    <p><a href=${`/projects/${state.item.project}`}>${t("serial.project")}</a> · ${t("market.limits")} ${state.item.limits ? `${yuan(state.item.limits.lowest)} – ${yuan(state.item.limits.highest)}` : t("market.noTrade")}</p>
    ${facts(all.get("market"), state.item)}
    ${happened()}
    ${stored(state.item)}`;
  redraw();
  listen();
  await chart(document.getElementById("candles"), bars.items.length ? candles(bars.items) : {}, signal);

  /** What happens at the market is told to the page; what has changed is then read. */
  function listen() {
    const source = new EventSource(`/api/v1/market/events?instrument=${id}`);
    signal.addEventListener("abort", () => source.close());
    const live = (is) => () => {
      state.live = is;
      redraw();
    };
    source.addEventListener("ready", live(true));
    source.addEventListener("error", live(false));
    for (const kind of ["trade", "cancellation", "book", "day", "halt", "missed"]) {
      source.addEventListener(kind, async () => {
        await read();
        redraw();
        if (kind === "trade") {
          tell(t("market.traded", yuan(state.trades[0].price), number(state.trades[0].tonnes)));
        }
      });
    }
  }
}
