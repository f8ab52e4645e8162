// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.domain.coordination.Mandate;
import org.grasslandcarbon.domain.coordination.MandateFunction;
import org.grasslandcarbon.domain.coordination.Mandates;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.ParticipantViews;
import org.grasslandcarbon.views.SharingViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who is responsible for what in each region on a day (china-rules E6, E29): as the rules find it,
 * in the division, then in its prefecture, province and the nation. The assessor of a region is
 * that of the day's year, and of the region alone.
 */
@Component
public final class Directory {
  /** Divisions of one answer; a province has some 120. */
  public static final int REGIONS_MOST = 200;

  private final Reader reader;

  Directory(Reader reader) {
    this.reader = reader;
  }

  /**
   * Who is responsible for a function in a region.
   *
   * @param delegate who acts beside the holder, or where there is none
   * @param from addresses of the mandates that were looked through
   * @param function what for
   * @param holder who has the function; absent where a delegate acts alone or nobody does
   * @param delegated whether a delegate acts because there is no holder
   * @param level the capability of the region's own office, from 0 (none) to 5; absent where the
   *     region has no mandate for the function on the day
   * @param mandate the region whose mandate it is; absent where nobody is responsible
   * @param region where
   * @param responsible who answers for it; absent where nobody does up to the nation
   * @param since the first day of the term
   * @param to its last day, where one is set
   * @param vacancies the regions without anybody that were passed over, the lowest first
   */
  public record Entry(
      Optional<ParticipantId> delegate,
      List<String> from,
      MandateFunction function,
      Optional<ParticipantId> holder,
      boolean delegated,
      Optional<Integer> level,
      Optional<RegionCode> mandate,
      RegionCode region,
      Optional<ParticipantId> responsible,
      Optional<LocalDate> since,
      Optional<LocalDate> to,
      List<RegionCode> vacancies) {}

  /**
   * Some divisions' entries.
   *
   * @param day the day in Beijing
   * @param entries in the order of divisions and functions
   * @param next the division after which the next answer begins; absent after the last
   */
  public record Answer(LocalDate day, List<Entry> entries, Optional<RegionCode> next) {}

  /** Whether there is such a division, or it is the nation. */
  public boolean isKnown(RegionCode region) {
    return region.equals(RegionCode.NATION) || reader.find(Region.key(region)).isPresent();
  }

  /**
   * The entries of a division, or of it and those in it.
   *
   * @param region which
   * @param below whether those in it as well
   * @param function only this one
   * @param day on which
   * @param after only divisions with a greater code
   * @param most divisions at most
   */
  public Answer entries(
      RegionCode region,
      boolean below,
      Optional<MandateFunction> function,
      LocalDate day,
      Optional<RegionCode> after,
      int most) {
    List<RegionCode> all =
        (below ? divisionsIn(region, day) : List.of(region))
            .stream().filter(each -> after.filter(a -> each.compareTo(a) <= 0).isEmpty()).toList();
    List<RegionCode> shown = all.subList(0, Math.min(all.size(), most));
    Records mandates = mandates(region);
    List<MandateFunction> functions =
        function.map(List::of).orElseGet(() -> List.of(MandateFunction.values()));
    List<Entry> entries = new ArrayList<>();
    for (RegionCode each : shown) {
      functions.forEach(one -> entries.add(entry(mandates, each, one, day)));
    }
    return new Answer(
        day,
        List.copyOf(entries),
        all.size() > most ? Optional.of(shown.get(most - 1)) : Optional.empty());
  }

  private List<RegionCode> divisionsIn(RegionCode region, LocalDate day) {
    List<RegionCode> divisions = new ArrayList<>();
    if (region.equals(RegionCode.NATION)) {
      divisions.add(region);
    }
    reader.each(
        Selection.of(ParticipantViews.REGIONS),
        item -> {
          RegionCode code = new RegionCode(item.path("code").asString());
          if (region.contains(code) && !code.equals(RegionCode.NATION) && isValid(item, day)) {
            divisions.add(code);
          }
        });
    divisions.sort(Comparator.naturalOrder());
    return divisions;
  }

  private static boolean isValid(ObjectNode item, LocalDate day) {
    return !day.isBefore(LocalDate.parse(item.path("validFrom").asString()))
        && Optional.ofNullable(item.path("validTo").asString(null))
            .map(LocalDate::parse)
            .filter(day::isAfter)
            .isEmpty();
  }

  /** All mandates that divisions of the region can have: those of its province and the nation's. */
  private Records mandates(RegionCode region) {
    Map<String, Mandate> found = new HashMap<>();
    reader.each(
        Selection.of(SharingViews.MANDATES)
            .with(SharingViews.MANDATES.column("region"), region.province()),
        item -> keep(found, item));
    for (MandateFunction function : MandateFunction.values()) {
      reader
          .find(Mandate.key(RegionCode.NATION, function))
          .ifPresent(item -> keep(found, item));
    }
    return new Records() {
      @Override
      public <T extends LedgerRecord> Optional<T> find(Key<T> key) {
        return Optional.ofNullable(found.get(key.text())).map(key.recordClass()::cast);
      }
    };
  }

  private static void keep(Map<String, Mandate> found, ObjectNode item) {
    ObjectNode stored = item.deepCopy();
    stored.retain("function", "region", "terms");
    Mandate mandate = Codec.convert(stored, Mandate.class);
    found.put(mandate.key().text(), mandate);
  }

  private static Entry entry(
      Records mandates, RegionCode region, MandateFunction function, LocalDate day) {
    Optional<Mandates.Found> found =
        function == MandateFunction.ASSESSMENT
            ? assessor(mandates, region, day)
            : Mandates.responsible(mandates, region, function, day);
    Optional<Mandate.Term> term = found.map(Mandates.Found::term);
    List<RegionCode> looked =
        function == MandateFunction.ASSESSMENT ? List.of(region) : Mandates.upwards(region);
    List<String> from = new ArrayList<>();
    for (RegionCode each : looked) {
      if (mandates.find(Mandate.key(each, function)).isPresent()) {
        from.add("mandates/" + each + "/" + function);
      }
      if (found.filter(one -> one.region().equals(each)).isPresent()) {
        break;
      }
    }
    return new Entry(
        term.flatMap(Mandate.Term::delegate),
        List.copyOf(from),
        function,
        term.flatMap(Mandate.Term::holder),
        term.filter(one -> one.holder().isEmpty()).isPresent(),
        mandates
            .find(Mandate.key(region, function))
            .flatMap(own -> own.termOn(day))
            .map(Mandate.Term::level),
        found.map(Mandates.Found::region),
        region,
        term.flatMap(Mandate.Term::responsible),
        term.map(Mandate.Term::from),
        term.flatMap(Mandate.Term::to),
        found.map(Mandates.Found::vacancies).orElse(looked));
  }

  private static Optional<Mandates.Found> assessor(
      Records mandates, RegionCode region, LocalDate day) {
    return mandates
        .find(Mandate.key(region, MandateFunction.ASSESSMENT))
        .flatMap(own -> own.termOn(day))
        .map(term -> new Mandates.Found(region, term, List.of()));
  }
}
