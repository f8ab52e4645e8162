// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views.duty;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.AnswerCase;
import org.grasslandcarbon.domain.coordination.CoordinationCase;
import org.grasslandcarbon.views.SharingViews;
import tools.jackson.databind.JsonNode;

/** What regions are asked and have not answered. */
final class SharingDuties {
  static final List<Duty> ALL = List.of(toAnswer("responsible"), toAnswer("delegate"));

  private SharingDuties() {}

  private static Duty toAnswer(String column) {
    return Duty.of(
            AnswerCase.TYPE,
            SharingViews.CASES,
            "其他地区或公众的请求，待答复、转交或拒绝",
            "A request of another region or the public: to answer, send on or refuse")
        .where("state", CoordinationCase.State.OPEN)
        .ofCaller(column)
        .since((item, facts) -> arrived(item))
        .due("/" + SharingViews.LAST_DAY)
        .withoutDue((item, facts) -> NoDay.NO_CALENDAR);
  }

  /** When it came to who has it now. */
  private static Optional<String> arrived(JsonNode item) {
    JsonNode route = item.path("route");
    return Duty.text(route.path(route.size() - 1), "/at");
  }
}
