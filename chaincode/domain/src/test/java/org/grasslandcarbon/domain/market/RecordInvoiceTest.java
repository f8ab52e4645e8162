// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.grasslandcarbon.domain.testing.Edited;
import org.grasslandcarbon.domain.testing.TestMarket;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;

/** The seller of a trade says which invoice it has issued. */
class RecordInvoiceTest {
  private final TestMarket market = new TestMarket();
  private final ParticipantId buyer = market.trader(20_000_000);

  RecordInvoiceTest() {
    market.ledger.apply(market.owner, market.sell(100, 10_000));
    market.ledger.apply(buyer, market.takeSells(100, 10_000));
  }

  private RecordInvoice invoice(String number) {
    return new RecordInvoice(
        Fen.of(1_000_000), Sha256.of("invoice " + number), market.instrument, number, 1);
  }

  private Invoice recorded() {
    return market.ledger.find(Invoice.key(market.instrument, 1)).orElseThrow();
  }

  @Test
  void an_invoice_is_recorded_and_one_in_its_place_keeps_what_was_said() {
    market.ledger.apply(market.owner, invoice("26112000000000000001"));
    assertThat(recorded().buyer()).isEqualTo(buyer);
    assertThat(recorded().statement().amount()).isEqualTo(Fen.of(1_000_000));
    assertThat(recorded().earlier()).isEmpty();
    Invoice.Statement first = recorded().statement();

    market.ledger.apply(market.owner, invoice("26112000000000000002"));
    assertThat(recorded().statement().number()).isEqualTo("26112000000000000002");
    assertThat(recorded().earlier()).containsExactly(first);
  }

  @Test
  void only_the_seller_records_it_and_only_of_a_trade() {
    assertThat(market.verdict(buyer, invoice("1"))).isEqualTo("NOT_ALLOWED");
    assertThat(market.verdict(market.owner, Edited.with(invoice("1"), "/trade", "2")))
        .isEqualTo("UNKNOWN_TRADE");
  }

  @Test
  void it_is_replaced_some_times_and_not_for_ever() {
    for (int i = 0; i <= Invoice.EARLIER_MOST; i++) {
      market.ledger.apply(market.owner, invoice("N" + i));
    }
    assertThat(market.verdict(market.owner, invoice("more"))).isEqualTo("TOO_MANY_CORRECTIONS");
  }

  @Test
  void a_trade_that_was_cancelled_has_none() {
    market.ledger.apply(
        market.exchange, new CancelTrade(Sha256.of("decision"), market.instrument, "error", 1));
    assertThat(market.verdict(market.owner, invoice("1"))).isEqualTo("WRONG_STATE");
  }
}
