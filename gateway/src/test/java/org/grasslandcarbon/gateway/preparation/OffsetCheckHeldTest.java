// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.example.Part;
import org.grasslandcarbon.domain.example.SharingChapter;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.offset.Compliance;
import org.grasslandcarbon.domain.offset.OffsetBases;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.OpenMarket;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who holds more batches than are judged at once is told how many were left out. */
@ExtendWith(GatewayExtension.class)
class OffsetCheckHeldTest {
  /** Where no other test of the gateway has land. */
  private static final int EAST = 67;

  @Test
  void the_oldest_vintages_are_judged_and_the_others_counted(RunningGateway gateway) {
    OpenMarket open = OpenMarket.of(gateway, EAST, "HELD");
    OffsetCheck.Whose owner =
        new OffsetCheck.Whose(
            new Compliance(new MarketId("CN-64"), 2025),
            Optional.of(open.stage().id(Part.OWNER)),
            true,
            OffsetBases.NONE);
    Reader reader = gateway.bean(Reader.class);

    OffsetCheck.Answer all = new OffsetCheck(reader, 2).checkHeld(owner, () -> {});
    assertThat(all.credits()).hasSize(2);
    assertThat(all.notJudged()).isEmpty();
    OffsetCheck.Answer first = new OffsetCheck(reader, 1).checkHeld(owner, () -> {});
    assertThat(first.credits()).isEqualTo(all.credits().subList(0, 1));
    assertThat(first.notJudged()).contains(1);
    assertThat(List.of(first.credits().get(0).credits().split(":")[0].split("-")))
        .as("the older of two vintages")
        .contains("2023");

    assertThatThrownBy(
            () ->
                new OffsetCheck(reader, 1)
                    .checkHeld(
                        owner,
                        () -> {
                          throw new IllegalStateException("nobody waits any longer");
                        }))
        .as("it ends when nobody waits")
        .isInstanceOf(IllegalStateException.class);

    OffsetCheck.Credits before = all.credits().get(0);
    labelOne(open, new BatchId(before.credits().split(":")[0]), reader);
    OffsetCheck.Credits after =
        new OffsetCheck(reader, 2).checkHeld(owner, () -> {}).credits().get(0);
    assertThat(after.tonnes())
        .as("what is for use abroad serves no market at home")
        .isEqualTo(before.tonnes().minus(Tonnes.of(1)));
  }

  private static void labelOne(OpenMarket open, BatchId batch, Reader reader) {
    SharingChapter sharing =
        new SharingChapter(open.stage(), RunningGateway.XILINHOT, open.today());
    sharing.assignIfNobodyIs(MandateFunction.PUBLIC_FEEDBACK, Part.OFFICE);
    Key<Holding> key = Holding.key(batch, open.stage().id(Part.OWNER));
    List<SerialRange> held =
        reader.records(List.of(key)).find(key).orElseThrow().held().ranges();
    long last = held.get(held.size() - 1).end();
    sharing.label(Part.OWNER, batch, new SerialRange(last, last));
  }
}
