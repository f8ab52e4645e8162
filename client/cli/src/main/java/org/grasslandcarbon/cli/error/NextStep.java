// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.error;

import java.util.Map;
import java.util.Optional;

/**
 * The command that shows what a refusal is about. The code's sentence says what is so and what to
 * do; somebody at a terminal also wants to see it.
 */
public final class NextStep {
  private static final String BOARD = "grassland market board";
  private static final String BOOK = "grassland market book";
  private static final String RULES = "grassland trading-rule list";

  private static final Map<String, String> STEPS =
      Map.ofEntries(
          Map.entry("UNKNOWN_INSTRUMENT", BOARD),
          Map.entry("MARKET_CLOSED", BOARD),
          Map.entry("INSTRUMENT_HALTED", BOARD),
          Map.entry("BOOK_NOT_CLOSED", "grassland exchange close INSTRUMENT"),
          Map.entry("PRICE_OFF_TICK", RULES),
          Map.entry("PRICE_OUTSIDE_LIMITS", BOOK),
          Map.entry("WOULD_CROSS", BOOK),
          Map.entry("NOTHING_TO_TAKE", BOOK),
          Map.entry("OWN_LISTING", "grassland listing list"),
          Map.entry("TOO_MANY_ORDERS", "grassland listing list"),
          Map.entry("ORDER_TOO_SMALL", RULES),
          Map.entry("ORDER_TOO_LARGE", RULES),
          Map.entry("OPPOSITE_TRADE_TOO_SOON", "grassland position list"),
          Map.entry("HOLDING_LIMIT", "grassland holding list"),
          Map.entry("INSUFFICIENT_CREDITS", "grassland holding list"),
          Map.entry("INSUFFICIENT_CASH", "grassland cash balance"),
          Map.entry("CASH_FROZEN", "grassland cash-freeze list"),
          Map.entry("UNKNOWN_MARKET", "grassland offset-market list"),
          Map.entry("UNKNOWN_VENUE", "grassland venue list"));

  private NextStep() {}

  /** The command after a code, where there is one. */
  public static Optional<String> after(String code) {
    return Optional.ofNullable(STEPS.get(code));
  }
}
