// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * Finds who is responsible for a function in a region: from the banner to the league, the province
 * and the nation, whoever is assigned first (china-rules E14, E29).
 */
public final class Mandates {
  private Mandates() {}

  /**
   * Who is responsible.
   *
   * @param region whose mandate it is: the one asked for, or one above it
   * @param term the term, which is not vacant
   * @param vacancies the regions passed over on the way up, the lowest first
   */
  public record Found(RegionCode region, Mandate.Term term, List<RegionCode> vacancies) {
    public Found {
      vacancies = List.copyOf(vacancies);
    }
  }

  /** A region and those it lies in, the nation last: at most four. */
  public static List<RegionCode> upwards(RegionCode region) {
    RegionCode prefecture = new RegionCode(region.value().substring(0, 4) + "00");
    return List.of(region, prefecture, region.province(), RegionCode.NATION).stream()
        .distinct()
        .toList();
  }

  /** The keys that {@link #responsible} reads. */
  public static List<Key<?>> keys(RegionCode region, MandateFunction function) {
    return upwards(region).stream().<Key<?>>map(each -> Mandate.key(each, function)).toList();
  }

  /**
   * Who is responsible for a function in a region on a day; empty when nobody is, up to the top.
   */
  public static Optional<Found> responsible(
      Records records, RegionCode region, MandateFunction function, LocalDate day) {
    List<RegionCode> vacancies = new ArrayList<>();
    for (RegionCode each : upwards(region)) {
      Optional<Mandate.Term> term =
          records
              .find(Mandate.key(each, function))
              .flatMap(mandate -> mandate.termOn(day))
              .filter(found -> found.responsible().isPresent());
      if (term.isPresent()) {
        return Optional.of(new Found(each, term.get(), vacancies));
      }
      vacancies.add(each);
    }
    return Optional.empty();
  }

  /**
   * Who is responsible today.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code NO_RESPONSIBLE}
   */
  static Found mustFind(Act act, RegionCode region, MandateFunction function) {
    Optional<Found> found = responsible(act, region, function, act.today());
    act.require(
        found.isPresent(),
        ErrorCode.NO_RESPONSIBLE,
        zh("地区 %s，职能 %s").en("region %s, function %s", region, function));
    return found.orElseThrow();
  }
}
