// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reports whose quantification has flags, those first that an office has yet to read. */
@Component
public final class FlaggedReports {
  /** Some years' reports of a province. */
  static final int REPORTS_MOST = 10_000;

  private final Reader reader;

  FlaggedReports(Reader reader) {
    this.reader = reader;
  }

  /**
   * A report with flags.
   *
   * @param certifier who verified it; empty while nobody has
   * @param flags how many
   * @param owner the project owner
   * @param projectNumber the project
   * @param region the division of the land
   * @param report the report
   * @param severe severe flags that a certifier has answered
   * @param severeUnread whether an office has yet to read them, which it does by approving
   * @param state where the report stands
   */
  public record Flagged(
      Optional<String> certifier,
      int flags,
      String owner,
      String projectNumber,
      String region,
      String report,
      int severe,
      boolean severeUnread,
      String state) {}

  /**
   * Of a scope, the newest first, those that are unread before all others.
   *
   * @param only of a division and those in it
   * @throws RequestException {@code BAD_REQUEST} when there are too many
   */
  public List<Flagged> report(Scope scope, Optional<RegionCode> only) {
    List<Flagged> unread = new ArrayList<>();
    List<Flagged> rest = new ArrayList<>();
    Selection reports = Selection.of(ProjectViews.REPORTS);
    only.ifPresent(region -> reports.with(ProjectViews.REPORTS.column("region"), region));
    reader.each(
        reports,
        report -> {
          int flags = report.path("flags").asInt(0);
          if (flags > 0 && scope.has(new RegionCode(report.path("region").asString()))) {
            Flagged flagged = flagged(report, flags);
            (flagged.severeUnread() ? unread : rest).add(flagged);
          }
          if (unread.size() + rest.size() > REPORTS_MOST) {
            throw new RequestException(
                GatewayCode.BAD_REQUEST,
                zh("有提示的报告超过 %s 份：请指定行政区划")
                    .en("more than %s reports with flags: choose a division", REPORTS_MOST));
          }
        });
    unread.addAll(rest);
    return unread;
  }

  private static Flagged flagged(JsonNode report, int flags) {
    JsonNode verification = report.path("verification");
    int severe = verification.path("severe").size();
    return new Flagged(
        verification.path("by").stringValueOpt(),
        flags,
        report.path("owner").asString(),
        report.path("projectNumber").asString(),
        report.path("region").asString(),
        report.path("id").asString(),
        severe,
        severe > 0 && report.path("state").asString("").equals("VERIFIED"),
        report.path("state").asString());
  }
}
