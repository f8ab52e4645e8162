// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.coordination.PlanStatement;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.SharingViews;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What notices that are in force say of a division: how plainly its own plan speaks of carbon
 * sinks, and which standards hold there, its own and those of the divisions that it lies in and of
 * the nation (china-rules E21, E30). Of a standard the nearest division's notice counts, of several
 * of one division the newest.
 */
public final class RegionNotices {
  /** Standards that are told of a division, by their codes. */
  static final int STANDARDS_MOST = 100;

  private final Reader reader;

  RegionNotices(Reader reader) {
    this.reader = reader;
  }

  /**
   * What a division's plan says of carbon sinks.
   *
   * @param earlier how many other notices of plans the division has had
   * @param explicitness how plainly
   * @param firstYear its first year
   * @param from address of the notice below the API's root
   * @param lastYear its last year
   * @param since the first day on which the notice is in force
   */
  public record Plan(
      int earlier,
      PlanStatement.Explicitness explicitness,
      int firstYear,
      String from,
      int lastYear,
      LocalDate since) {}

  /**
   * A standard that holds in a division.
   *
   * @param code as it is cited
   * @param from address of the notice below the API's root
   * @param mandatory whether it must be followed
   * @param region the division whose notice it is
   * @param since the first day on which the notice is in force
   * @param version its version or year
   */
  public record Standard(
      String code,
      String from,
      boolean mandatory,
      RegionCode region,
      LocalDate since,
      String version) {}

  /** The newest plan of a division that is in force on a day. */
  Optional<Plan> plan(RegionCode region, LocalDate day) {
    Selection plans = of(NoticeKind.PLAN, region);
    List<ObjectNode> found = new ArrayList<>();
    eachInForce(
        plans,
        day,
        notice -> {
          if (found.isEmpty()) {
            found.add(notice);
          }
        });
    return found.stream()
        .findFirst()
        .map(
            notice -> {
              JsonNode plan = notice.at("/fields/plan");
              return new Plan(
                  Math.toIntExact(reader.count(plans) - 1),
                  PlanStatement.Explicitness.valueOf(plan.path("explicitness").asString()),
                  plan.path("from").intValue(),
                  address(notice),
                  plan.path("to").intValue(),
                  since(notice));
            });
  }

  /** The standards that hold in a division on a day, by their codes. */
  List<Standard> standards(RegionCode region, LocalDate day) {
    Map<String, Standard> byCode = new TreeMap<>();
    List<RegionCode> upwards = new ArrayList<>(region.upToProvince());
    if (!upwards.contains(RegionCode.NATION)) {
      upwards.add(RegionCode.NATION);
    }
    for (RegionCode each : upwards) {
      // The newest first, and the nearest division's before those of the ones that it lies in.
      eachInForce(
          of(NoticeKind.STANDARD, each),
          day,
          notice -> {
            JsonNode standard = notice.at("/fields/standard");
            String code = standard.path("code").asString();
            byCode.putIfAbsent(
                code,
                new Standard(
                    code,
                    address(notice),
                    standard.path("mandatory").booleanValue(),
                    each,
                    since(notice),
                    standard.path("version").asString()));
          });
    }
    return byCode.values().stream().limit(STANDARDS_MOST).toList();
  }

  private static Selection of(NoticeKind kind, RegionCode region) {
    return Selection.of(SharingViews.NOTICES)
        .with(SharingViews.NOTICES.column("kind"), kind.name())
        .alone(SharingViews.NOTICES.column("region"), region);
  }

  private void eachInForce(Selection notices, LocalDate day, Consumer<ObjectNode> consumer) {
    reader.each(
        notices,
        notice -> {
          if (!notice.has("replacedBy") && ExchangePairs.isInForce(notice, day)) {
            consumer.accept(notice);
          }
        });
  }

  private static String address(ObjectNode notice) {
    return "/notices/" + notice.path("id").asString();
  }

  private static LocalDate since(ObjectNode notice) {
    return LocalDate.parse(notice.path("validFrom").asString());
  }
}
