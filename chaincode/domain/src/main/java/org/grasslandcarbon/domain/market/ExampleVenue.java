// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.domain.value.VenueId;

/**
 * Rules of a venue as an example. Numbers that the CCER market publishes are its own (R3: limits of
 * 10 and 30 per cent, hours, five trading days between opposite trades; fee notice: 6 per mille a
 * side); what nobody publishes says that it is assumed.
 */
public final class ExampleVenue {
  private static final String R3 =
      "温室气体自愿减排交易和结算规则（试行）。 CCER trading and settlement rules (trial).";

  private static final String ASSUMED =
      "无公开规定，示例取值。 Nothing is published; a value for the example.";

  private static final int SIX_PER_MILLE = 6_000;

  private ExampleVenue() {}

  /** Rules in the form in which an exchange publishes them. */
  static PublishTradingRule rule() {
    return new PublishTradingRule(
        Asset.CNY,
        new ParticipantId("91110000100001234L"),
        Sha256.of("trading rules"),
        Name.of("示例交易所", "Example exchange"),
        sources(),
        terms(List.of(new TradingHours("09:30", "11:30"), new TradingHours("13:00", "15:00")), 5),
        LocalDate.of(2026, 3, 2),
        new VenueId("91110000600037341L-CBGEX"));
  }

  /**
   * The numbers of an example.
   *
   * @param hours of every mode
   * @param turnaroundDays between opposite trades
   */
  public static TradingTerms terms(List<TradingHours> hours, int turnaroundDays) {
    return terms(hours, turnaroundDays, Tonnes.of(10_000));
  }

  /**
   * The same with another smallest block: what a story trades is small.
   *
   * @param blockLeast tonnes
   */
  public static TradingTerms terms(
      List<TradingHours> hours, int turnaroundDays, Tonnes blockLeast) {
    ModeTerms listed = mode(hours, 100);
    ModeTerms block = mode(hours, 300);
    return new TradingTerms(
        block,
        31,
        2,
        Tonnes.of(100),
        block,
        blockLeast,
        true,
        block,
        1_096,
        Optional.of(100),
        Optional.of(5),
        200,
        Optional.empty(),
        Optional.of(500),
        300,
        listed,
        Tonnes.of(1),
        5,
        20,
        Fen.of(30_000),
        Fen.of(1_000),
        Tonnes.of(1),
        Tonnes.of(1_000_000),
        60,
        true,
        20,
        200,
        Fen.of(1),
        turnaroundDays,
        100,
        60);
  }

  private static ModeTerms mode(List<TradingHours> hours, int limitPerMille) {
    return new ModeTerms(SIX_PER_MILLE, 0, hours, limitPerMille, SIX_PER_MILLE, 0);
  }

  /** A source for each of those numbers. */
  public static List<RuleSource> sources() {
    List<String> published = List.of("listing", "lot", "tick", "turnaroundDays");
    return TradingTerms.names().stream()
        .map(
            term ->
                new RuleSource(
                    !published.contains(term), published.contains(term) ? R3 : ASSUMED, term))
        .toList();
  }
}
