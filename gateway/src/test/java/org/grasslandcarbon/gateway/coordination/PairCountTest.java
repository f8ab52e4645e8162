// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.grasslandcarbon.domain.json.Codec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PairCountTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private final PairCount count = new PairCount(TODAY);
  private int cases;

  /** A case of the first of June, in Beijing, whatever the day is elsewhere. */
  private void add(String rest) {
    cases++;
    count.add(
        Codec.read(
            """
            {"id": "c%s", "by": "office-%s", "openedAt": "2026-05-31T17:00:00Z", %s}
            """
                .formatted(cases, cases % 2, rest),
            JsonNode.class));
  }

  private void addAnswered(String answeredAt, String lastDay) {
    String known = lastDay.isEmpty() ? "" : ", \"lastDay\": \"" + lastDay + "\"";
    add("\"state\": \"ANSWERED\", \"answer\": {\"at\": \"" + answeredAt + "\"}" + known);
  }

  private String value(String name) {
    return count.numbers().get(name).value().map(Object::toString).orElse("none");
  }

  private NoFigure missing(String name) {
    return count.numbers().get(name).missing().orElseThrow();
  }

  @Test
  void nothing_asked_is_no_index_and_not_a_bad_one() {
    assertThat(value("asked")).isEqualTo("0");
    assertThat(value("open")).isEqualTo("0");
    for (String share : List.of("sharingIndex", "refusedPercent", "reopenedPercent")) {
      assertThat(missing(share)).as(share).isEqualTo(NoFigure.NOTHING_ASKED);
    }
    assertThat(missing("medianDays")).isEqualTo(NoFigure.NOTHING_ANSWERED);
  }

  @Test
  void every_case_is_counted_by_what_became_of_it() {
    // On the 15th as people in Beijing have it: the last day, and 14 days after the opening.
    addAnswered("2026-06-15T15:59:59Z", "2026-06-15");
    // One second later it is the 16th there: late, after 15 days.
    addAnswered("2026-06-15T16:00:00Z", "2026-06-15");
    addAnswered("2026-06-03T01:00:00Z", "2026-06-15");
    add(
        "\"state\": \"REFUSED\", \"answer\": {\"at\": \"2026-06-02T00:00:00Z\"}, \"reopenedBy\": \"x\"");
    add("\"state\": \"OPEN\", \"lastDay\": \"2026-06-29\"");
    add("\"state\": \"OPEN\", \"lastDay\": \"2026-06-30\", \"route\": [{}, {}]");

    assertThat(value("asked")).isEqualTo("6");
    assertThat(value("answeredOnTime")).isEqualTo("2");
    assertThat(value("answeredLate")).isEqualTo("1");
    assertThat(value("answeredLastDayUnknown")).isEqualTo("0");
    assertThat(value("refused")).isEqualTo("1");
    assertThat(value("reopened")).isEqualTo("1");
    assertThat(value("forwarded")).isEqualTo("1");
    assertThat(value("open")).isEqualTo("2");
    assertThat(value("overdue")).as("the last day is not over").isEqualTo("1");
    assertThat(value("medianDays")).as("of 2, 14 and 15").isEqualTo("14");
    assertThat(value("refusedPercent")).isEqualTo("16.67");
    assertThat(value("reopenedPercent")).isEqualTo("16.67");
    assertThat(value("sharingIndex")).isEqualTo("0.3333");
    assertThat(count.voices()).isEqualTo(2);
    SortedMap<String, Sourced> numbers = count.numbers();
    assertThat(numbers.get("answeredLate").from()).containsExactly("information-cases/c2");
    assertThat(numbers.get("overdue").from()).containsExactly("information-cases/c5");
    assertThat(numbers.get("sharingIndex").fromOf()).isEqualTo(6);
  }

  @Test
  void what_somebody_passed_on_and_answered_itself_is_in_no_other_number() {
    addAnswered("2026-06-16T01:00:00Z", "2026-06-15");
    add(
        "\"state\": \"ANSWERED\", \"lastDay\": \"2026-06-15\", \"behalf\": \"PUBLIC\", \"answer\": {\"at\": \"2026-06-02T00:00:00Z\", \"byAsker\": true}");
    assertThat(value("answeredByAsker")).isEqualTo("1");
    assertThat(count.numbers().get("answeredByAsker").from())
        .containsExactly("information-cases/c2");
    assertThat(value("asked")).isEqualTo("1");
    assertThat(value("sharingIndex")).isEqualTo("0");
    assertThat(count.voices()).isEqualTo(1);
    // Nobody makes a refusal go away by asking itself.
    add(
        "\"state\": \"REFUSED\", \"behalf\": \"PUBLIC\", \"answer\": {\"at\": \"2026-06-02T00:00:00Z\", \"byAsker\": true, \"ground\": \"NOT_HELD\"}");
    assertThat(value("asked")).isEqualTo("2");
    assertThat(value("refusedPercent")).isEqualTo("50");
    assertThat(value("answeredByAsker")).isEqualTo("1");
  }

  @Test
  void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
    addAnswered("2026-06-03T01:00:00Z", "2026-06-15");
    addAnswered("2026-06-08T01:00:00Z", "2026-06-15");
    assertThat(value("medianDays")).as("of 2 and 7").isEqualTo("4.5");
    assertThat(value("sharingIndex")).isEqualTo("1");
  }

  @Test
  void without_a_calendar_nothing_is_called_in_time_or_overdue() {
    addAnswered("2026-06-03T01:00:00Z", "");
    add("\"state\": \"OPEN\"");
    assertThat(value("answeredLastDayUnknown")).isEqualTo("1");
    assertThat(value("answeredOnTime")).isEqualTo("0");
    assertThat(missing("sharingIndex")).isEqualTo(NoFigure.LAST_DAY_UNKNOWN);
    assertThat(missing("overdue")).isEqualTo(NoFigure.LAST_DAY_UNKNOWN);
    assertThat(count.numbers().get("overdue").from()).containsExactly("information-cases/c2");
    assertThat(value("medianDays")).isEqualTo("2");
  }

  @Test
  void everyone_who_was_spoken_for_has_a_voice_and_who_speaks_for_itself_has_one() {
    add("\"state\": \"OPEN\", \"behalf\": \"PUBLIC\"");
    add("\"state\": \"OPEN\", \"behalf\": \"PUBLIC\"");
    add("\"state\": \"OPEN\"");
    add("\"state\": \"OPEN\"");
    add("\"state\": \"OPEN\"");
    assertThat(count.voices()).isEqualTo(4);
  }
}
