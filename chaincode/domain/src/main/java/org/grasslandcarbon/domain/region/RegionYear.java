// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * What was counted in a region of a calendar year, of the divisions in it too; absent is what has
 * not happened. Days are those of Beijing.
 *
 * @param compensation what is due and was paid to those who graze less
 * @param credits what was issued, and lost again
 * @param grazing balances of grass and livestock of the year
 * @param land land that came under projects, and that left them
 * @param sales trades of the year's trading days, of credits of projects in the region
 * @param verifications opinions on monitoring reports
 * @param year the calendar year
 */
public record RegionYear(
    Optional<Compensation> compensation,
    Optional<Credits> credits,
    Optional<Grazing> grazing,
    Optional<Land> land,
    Optional<Sales> sales,
    Optional<Verifications> verifications,
    int year) {

  /** Schemes of a year; China has two of grassland (禁牧补助、草畜平衡奖励) and some of provinces. */
  public static final int SCHEMES_MOST = 30;

  /** Certifiers of a year that are told one by one; in all of China there are some ten. */
  static final int CERTIFIERS_MOST = 50;

  /**
   * Compensation of a year, by scheme.
   *
   * @param schemes in the order of their codes
   */
  public record Compensation(@Most(SCHEMES_MOST) List<Scheme> schemes) {
    static final Compensation NONE = new Compensation(List.of());

    public Compensation {
      schemes = List.copyOf(schemes);
    }

    /** The sums of a scheme. */
    public Optional<Scheme> scheme(String code) {
      return schemes.stream().filter(each -> each.code.equals(code)).findFirst();
    }

    private Compensation plus(Compensation other) {
      Map<String, Scheme> sums = new TreeMap<>();
      Stream.concat(schemes.stream(), other.schemes.stream())
          .forEach(each -> sums.merge(each.code, each, Scheme::plus));
      return new Compensation(List.copyOf(sums.values()));
    }

    /** The same with other sums of a scheme. */
    Compensation with(Scheme changed) {
      List<Scheme> others = new ArrayList<>(schemes);
      others.removeIf(each -> each.code.equals(changed.code));
      others.add(changed);
      others.sort((a, b) -> a.code.compareTo(b.code));
      return new Compensation(others);
    }
  }

  /**
   * A scheme's sums of a year.
   *
   * @param code the scheme
   * @param due fen
   * @param own whether they are recorded for the region itself, and not for divisions in it
   * @param paid fen
   */
  public record Scheme(@Most(40) String code, Fen due, boolean own, Fen paid) {
    private Scheme plus(Scheme other) {
      return new Scheme(
          code, Sales.sum(due, other.due), own && other.own, Sales.sum(paid, other.paid));
    }
  }

  /**
   * Credits. A sum at the maximum of tonnes is that or more.
   *
   * @param buffered tonnes of what was issued in the year that went to the buffer
   * @param issued tonnes issued in the year, those in the buffer included
   * @param lost tonnes of settled reversals of the year
   * @param vintage tonnes issued so far for days of the year, those in the buffer included
   */
  public record Credits(Tonnes buffered, Tonnes issued, Tonnes lost, Tonnes vintage) {
    static final Credits NONE = new Credits(Tonnes.ZERO, Tonnes.ZERO, Tonnes.ZERO, Tonnes.ZERO);

    private Credits plus(Credits other) {
      return new Credits(
          Sales.sum(buffered, other.buffered),
          Sales.sum(issued, other.issued),
          Sales.sum(lost, other.lost),
          Sales.sum(vintage, other.vintage));
    }

    Credits withIssued(Tonnes more, Tonnes toTheBuffer) {
      return new Credits(Sales.sum(buffered, toTheBuffer), Sales.sum(issued, more), lost, vintage);
    }

    Credits withVintage(Tonnes more) {
      return new Credits(buffered, issued, lost, Sales.sum(vintage, more));
    }

    Credits withLost(Tonnes more) {
      return new Credits(buffered, issued, Sales.sum(lost, more), vintage);
    }

    /** Whether every sum is exact. */
    public boolean isExact() {
      return issued.value() < Tonnes.MAXIMUM
          && lost.value() < Tonnes.MAXIMUM
          && vintage.value() < Tonnes.MAXIMUM;
    }
  }

  /**
   * Balances of grass and livestock; of a project's year the latest counts.
   *
   * @param balances how many
   * @param capacity sheep units that the grass feeds
   * @param sheepUnits sheep units of the herds
   */
  public record Grazing(int balances, Decimal capacity, Decimal sheepUnits) {
    static final Grazing NONE = new Grazing(0, Decimal.of("0"), Decimal.of("0"));

    private Grazing plus(Grazing other) {
      return new Grazing(
          Math.addExact(balances, other.balances),
          RegionYear.plus(capacity, other.capacity),
          RegionYear.plus(sheepUnits, other.sheepUnits));
    }

    Grazing with(RegionCount.Balance latest, Optional<RegionCount.Balance> before) {
      return new Grazing(
          before.isPresent() ? balances : Math.addExact(balances, 1),
          moved(capacity, latest.capacity(), before.map(RegionCount.Balance::capacity)),
          moved(sheepUnits, latest.sheepUnits(), before.map(RegionCount.Balance::sheepUnits)));
    }

    private static Decimal moved(Decimal sum, Decimal latest, Optional<Decimal> before) {
      return minus(RegionYear.plus(sum, latest), before.orElse(Decimal.of("0")));
    }
  }

  /**
   * Land of registered projects, from its registration to its end: a deregistration, or the day
   * after the last day of crediting, whichever is earlier. Ends are entered when they are known, so
   * that years to come have them too.
   *
   * @param begunHectares land of projects that were registered in the year
   * @param endedHectares land of projects that end in the year
   * @param projectsBegun how many projects were registered
   * @param projectsEnded how many end
   */
  public record Land(
      Decimal begunHectares, Decimal endedHectares, int projectsBegun, int projectsEnded) {
    static final Land NONE = new Land(Decimal.of("0"), Decimal.of("0"), 0, 0);

    private Land plus(Land other) {
      return new Land(
          RegionYear.plus(begunHectares, other.begunHectares),
          RegionYear.plus(endedHectares, other.endedHectares),
          Math.addExact(projectsBegun, other.projectsBegun),
          Math.addExact(projectsEnded, other.projectsEnded));
    }

    Land withBegun(Decimal hectares) {
      return new Land(
          RegionYear.plus(begunHectares, hectares),
          endedHectares,
          Math.addExact(projectsBegun, 1),
          projectsEnded);
    }

    Land withEnded(Decimal hectares) {
      return new Land(
          begunHectares,
          RegionYear.plus(endedHectares, hectares),
          projectsBegun,
          Math.addExact(projectsEnded, 1));
    }

    Land withoutEnded(Decimal hectares) {
      return new Land(
          begunHectares,
          minus(endedHectares, hectares),
          projectsBegun,
          Math.subtractExact(projectsEnded, 1));
    }
  }

  /**
   * Opinions of certifiers, positive and negative.
   *
   * @param certifiers who gave them, by code
   * @param leakageTonnes leakage that reports verified in the year were charged with, t CO2e
   * @param others opinions of certifiers beyond {@value #CERTIFIERS_MOST}, who are not told
   */
  public record Verifications(
      @Most(CERTIFIERS_MOST) List<Certifier> certifiers, Decimal leakageTonnes, int others) {
    static final Verifications NONE = new Verifications(List.of(), Decimal.of("0"), 0);

    public Verifications {
      certifiers = List.copyOf(certifiers);
    }

    /** Each certifier once, however many regions it has worked in. */
    private Verifications plus(Verifications other) {
      Map<String, Certifier> all = new TreeMap<>();
      Stream.concat(certifiers.stream(), other.certifiers.stream())
          .forEach(each -> all.merge(each.id.value(), each, Certifier::plus));
      return new Verifications(
          List.copyOf(all.values()),
          RegionYear.plus(leakageTonnes, other.leakageTonnes),
          Sales.sum(others, other.others));
    }

    Verifications with(ParticipantId certifier, int findings, Decimal leakage) {
      Decimal charged = RegionYear.plus(leakageTonnes, leakage);
      List<Certifier> more = new ArrayList<>(certifiers);
      Optional<Certifier> before =
          certifiers.stream().filter(each -> each.id.equals(certifier)).findFirst();
      if (before.isEmpty() && certifiers.size() == CERTIFIERS_MOST) {
        return new Verifications(certifiers, charged, Sales.sum(others, 1));
      }
      before.ifPresent(more::remove);
      more.add(before.orElse(new Certifier(0, certifier, 0)).withReport(findings));
      more.sort((a, b) -> a.id.value().compareTo(b.id.value()));
      return new Verifications(more, charged, others);
    }

    /** How many opinions. */
    public long reports() {
      return certifiers.stream().mapToLong(Certifier::reports).sum() + others;
    }
  }

  /**
   * A certifier's work.
   *
   * @param findings of all its opinions
   * @param id who
   * @param reports on how many reports it gave one
   */
  public record Certifier(int findings, ParticipantId id, int reports) {
    private Certifier plus(Certifier other) {
      return new Certifier(
          Sales.sum(findings, other.findings), id, Sales.sum(reports, other.reports));
    }

    Certifier withReport(int more) {
      return new Certifier(Sales.sum(findings, more), id, Sales.sum(reports, 1));
    }
  }

  /** A year in which nothing has happened. */
  static RegionYear begin(int year) {
    return new RegionYear(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        year);
  }

  RegionYear withCompensation(UnaryOperator<Compensation> change) {
    return new RegionYear(
        Optional.of(change.apply(compensation.orElse(Compensation.NONE))),
        credits,
        grazing,
        land,
        sales,
        verifications,
        year);
  }

  RegionYear withCredits(UnaryOperator<Credits> change) {
    return new RegionYear(
        compensation,
        Optional.of(change.apply(credits.orElse(Credits.NONE))),
        grazing,
        land,
        sales,
        verifications,
        year);
  }

  RegionYear withGrazing(UnaryOperator<Grazing> change) {
    return new RegionYear(
        compensation,
        credits,
        Optional.of(change.apply(grazing.orElse(Grazing.NONE))),
        land,
        sales,
        verifications,
        year);
  }

  RegionYear withLand(UnaryOperator<Land> change) {
    return new RegionYear(
        compensation,
        credits,
        grazing,
        Optional.of(change.apply(land.orElse(Land.NONE))),
        sales,
        verifications,
        year);
  }

  RegionYear withSales(Sales more) {
    return new RegionYear(
        compensation,
        credits,
        grazing,
        land,
        Optional.of(sales.orElse(Sales.NONE).plus(more)),
        verifications,
        year);
  }

  RegionYear withVerifications(UnaryOperator<Verifications> change) {
    return new RegionYear(
        compensation,
        credits,
        grazing,
        land,
        sales,
        Optional.of(change.apply(verifications.orElse(Verifications.NONE))),
        year);
  }

  /** The same year of two regions without a common division. */
  RegionYear plus(RegionYear other) {
    return new RegionYear(
        either(compensation, other.compensation, Compensation::plus),
        either(credits, other.credits, Credits::plus),
        either(grazing, other.grazing, Grazing::plus),
        either(land, other.land, Land::plus),
        either(sales, other.sales, Sales::plus),
        either(verifications, other.verifications, Verifications::plus),
        year);
  }

  private static <T> Optional<T> either(
      Optional<T> one, Optional<T> other, BinaryOperator<T> both) {
    return Stream.concat(one.stream(), other.stream()).reduce(both);
  }

  private static Decimal plus(Decimal some, Decimal more) {
    return new Decimal(some.value().add(more.value()));
  }

  private static Decimal minus(Decimal some, Decimal less) {
    return new Decimal(some.value().subtract(less.value()));
  }
}
