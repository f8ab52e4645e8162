// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.grasslandcarbon.domain.coordination.LandPlan;
import org.grasslandcarbon.domain.coordination.LandScreening;
import org.grasslandcarbon.domain.coordination.NoticeKind;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.methodology.Methodology;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.ProjectViews;
import org.grasslandcarbon.views.SharingViews;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;

/**
 * Judges a plan for land by the versions of methodologies and the rates of compensation that are on
 * the ledger, and by what was read of other programmes.
 */
@Component
public final class LandScreenings {
  /** Versions of methodologies that are judged; a registry has some tens. */
  private static final int VERSIONS_MOST = 500;

  /** Rates of a region and those that it lies in. */
  private static final int RATES_MOST = 500;

  private final Reader reader;
  private final Clock clock;

  LandScreenings(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /**
   * Judges it.
   *
   * @throws RegistryException {@code UNKNOWN_REGION}
   */
  public LandScreening screen(LandPlan plan) {
    LocalDate today = BeijingTime.day(Instant.now(clock));
    boolean isThere =
        reader
            .find(Region.key(plan.region()))
            .map(found -> Codec.read(Codec.write(found), Region.class))
            .filter(region -> region.isValidOn(today))
            .isPresent();
    RegistryException.require(
        isThere, ErrorCode.UNKNOWN_REGION, zh("行政区划代码 %s").en("region %s", plan.region()));
    return LandScreening.of(plan, versions(), rates(plan.region(), today), today);
  }

  private List<Methodology> versions() {
    List<MethodologyRef> refs = new ArrayList<>();
    reader.each(
        Selection.of(ProjectViews.METHODOLOGIES),
        each -> {
          if (!each.path("training").booleanValue(false)) {
            requireFew(refs.size() < VERSIONS_MOST);
            refs.add(Codec.read(Codec.write(each.path("version")), MethodologyRef.class));
          }
        });
    return refs.stream()
        .flatMap(ref -> reader.find(Methodology.key(ref)).stream())
        .map(found -> Codec.read(Codec.write(found), Methodology.class))
        .toList();
  }

  /** Rates of the division itself and of those that it lies in; of a scheme the nearest counts. */
  private List<LandScreening.Rate> rates(RegionCode region, LocalDate today) {
    Map<String, LandScreening.Rate> byScheme = new TreeMap<>();
    List<RegionCode> upwards = new ArrayList<>(region.upToProvince());
    upwards.add(RegionCode.NATION);
    for (RegionCode each : upwards) {
      Map<String, LandScreening.Rate> here = new TreeMap<>();
      reader.each(
          Selection.of(SharingViews.NOTICES)
              .with(SharingViews.NOTICES.column("kind"), NoticeKind.COMPENSATION_RATE.name())
              .with(SharingViews.NOTICES.column("replaced"), false)
              .with(SharingViews.NOTICES.column("region"), each),
          notice -> {
            boolean isHere = notice.path("region").asString("").equals(each.value());
            if (isHere && ExchangePairs.isInForce(notice, today)) {
              requireFew(here.size() < RATES_MOST);
              String scheme = notice.at("/fields/compensationRate/scheme").asString();
              // The newest first: a later notice of the same scheme stands in place of others.
              here.putIfAbsent(
                  scheme,
                  new LandScreening.Rate(
                      Fen.of(notice.at("/fields/compensationRate/fenPerMu").longValue()),
                      "notices/" + notice.path("id").asString(),
                      scheme));
            }
          });
      here.forEach(byScheme::putIfAbsent);
    }
    return List.copyOf(byScheme.values());
  }

  private static void requireFew(boolean few) {
    if (!few) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("方法学版本或补偿标准过多，无法逐一判断")
              .en("there are too many versions of methodologies or rates to be judged"));
    }
  }
}
