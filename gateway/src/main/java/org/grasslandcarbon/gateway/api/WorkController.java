// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.gateway.access.SignedIn;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.work.Work;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for whoever asks, and for nobody else. */
@RestController
@RequestMapping(Paths.BASE + "/work")
@SignedIn
final class WorkController {
  private static final String NAME = "work";

  private final Work work;
  private final Sight sight;

  WorkController(Work work, Sight sight) {
    this.work = work;
    this.sight = sight;
  }

  @GetSheet
  SheetAnswer list(
      @RequestParam Optional<String> kind,
      @RequestParam Optional<String> action,
      @AuthenticationPrincipal Caller caller) {
    Work.Waiting waiting = waiting(kind, action, caller);
    return new SheetAnswer(waiting, NAME, () -> rows(waiting));
  }

  private Work.Waiting waiting(Optional<String> kind, Optional<String> action, Caller caller) {
    kind.ifPresent(DutyNames::requireKind);
    action.ifPresent(DutyNames::requireAction);
    return work.of(
        caller.actor(),
        kind,
        action,
        (view, record) -> sight.permits(view.visibility(), Optional.of(caller), record));
  }

  private static List<List<Object>> rows(Work.Waiting waiting) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "期限 Due",
            "无期限的原因 Why none (zh)",
            "Why none",
            "起始 Since",
            "待办 What waits (zh)",
            "What waits",
            "记录类型 Record",
            "记录编号 Record ID",
            "指令 Action"));
    for (Work.Item item : waiting.items()) {
      rows.add(
          List.of(
              item.due().orElse(""),
              item.noDue().map(Work.Reason::zh).orElse(""),
              item.noDue().map(Work.Reason::en).orElse(""),
              item.since().orElse(""),
              item.title().zh(),
              item.title().en(),
              item.kind(),
              item.subject(),
              item.action()));
    }
    return rows;
  }
}
