// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Keys;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.testing.SampleRecords;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ItemPointersTest {
  private static final Set<View> IN_PARTS =
      Set.of(CreditViews.RETIREMENTS, CreditViews.CANCELLATIONS);

  static List<View> records() {
    return Views.all().stream().filter(view -> !ItemPointers.of(view).isEmpty()).toList();
  }

  @Test
  void only_records_named_by_what_is_no_member_cannot_be_led_to() {
    assertThat(Views.all())
        .filteredOn(view -> view.record().isPresent() && view.path().isPresent())
        .filteredOn(view -> ItemPointers.of(view).isEmpty())
        .extracting(View::noun)
        .containsExactlyInAnyOrder(
            "registry-rule", "region-target", "indicator-report", "region-total", "correction");
  }

  @ParameterizedTest
  @MethodSource("records")
  void an_item_is_named_by_the_parts_of_its_key(View view) {
    LedgerRecord record = new SampleRecords(true).of(view.record().orElseThrow());
    JsonNode item = Codec.tree(record);
    List<String> parts = Keys.parts(record.key().text());
    // Further parts of a retirement or a cancellation are shown with the first.
    int named = IN_PARTS.contains(view) ? 1 : parts.size() - 1;
    assertThat(ItemPointers.of(view).stream().map(pointer -> item.at(pointer).asString()))
        .containsExactlyElementsOf(
            parts.subList(1, 1 + named).stream().map(ItemPointersTest::unpadded).toList());
  }

  /** Numbers in keys have zeros before them. */
  private static String unpadded(String part) {
    return part.matches("0+[0-9]+") && part.length() == 10 ? part.replaceFirst("^0+", "") : part;
  }
}
