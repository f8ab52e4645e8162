// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.NoNumber;
import org.grasslandcarbon.domain.ledger.Actor;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.region.CountingStart;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.region.RegionTotals;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Tonnes;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.ForwardViews;
import org.grasslandcarbon.views.GoalViews;
import org.grasslandcarbon.views.RegionViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What grassland carbon brings and costs a region in a year (china-rules E18, E20, E24, E26, E34).
 * What cannot be computed has a reason and is never 0. Quotients have two digits after the point,
 * half up.
 */
@Component
public final class RegionEconomy {
  /** Forwards that are looked through: some seconds. */
  static final long FORWARDS_MOST = 200_000;

  /** The most partnerships whose partners are looked up for an answer that anybody may ask for. */
  static final long PARTNERSHIPS_MOST = 500;

  /** Records that a number names; the rest is a count. */
  static final int FROM_MOST = 100;

  /** A hectare has fifteen mu. */
  private static final BigDecimal MU = BigDecimal.valueOf(15);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 2;

  /** Who may know what trades cost, and so what is left of them. */
  private static final Visibility CHARGES =
      RegionTotals.TYPE.visibility().narrower().get(RegionTotals.CHARGES);

  private static final String REAL = "real";
  private static final String PRACTICE = "practice";

  private final Reader reader;

  RegionEconomy(Reader reader) {
    this.reader = reader;
  }

  /** Why there is no number, beside what {@link NoNumber} says. */
  public static final String WITHHELD = "WITHHELD";

  /**
   * A number.
   *
   * @param from addresses below the API's root of the records that it comes from
   * @param fromCount how many they are, where not all are told
   * @param measure which
   * @param name what people call the measure
   * @param reason why there is none: a name of {@link NoNumber}, or {@value #WITHHELD} where the
   *     records are not for the one who asks
   * @param unit its unit
   * @param value a decimal number
   */
  public record Figure(
      List<String> from,
      int fromCount,
      EconomyMeasure measure,
      Name name,
      Optional<String> reason,
      String unit,
      Optional<String> value) {}

  /**
   * A region's year.
   *
   * @param figures in the order of {@link EconomyMeasure}
   * @param practice whether of what is for practice only; compensation and partners are the same
   *     for both
   * @param region the division
   * @param year the calendar year
   */
  public record Report(List<Figure> figures, boolean practice, RegionCode region, int year) {}

  /** Whether there is such a division. */
  public boolean isKnown(RegionCode region) {
    return reader.find(Region.key(region)).isPresent();
  }

  /**
   * The economy of a division's year.
   *
   * @param viewer who asks: sums of forwards are for those who may see the forwards
   */
  public Report report(RegionCode region, int year, boolean practice, Optional<Actor> viewer) {
    Making making = new Making(region, year, practice);
    making.trades(viewer);
    making.forwards(viewer);
    making.compensation();
    making.cost();
    making.certifiers();
    making.partners();
    making.jobs();
    return new Report(List.copyOf(making.figures), practice, region, year);
  }

  /** One answer in the making. */
  private final class Making {
    private final RegionCode region;
    private final int year;
    private final boolean practice;
    private final String totalsAddress;
    private final Optional<? extends JsonNode> totals;
    private final Optional<? extends JsonNode> counting;
    private final List<Figure> figures = new ArrayList<>();

    Making(RegionCode region, int year, boolean practice) {
      this.region = region;
      this.year = year;
      this.practice = practice;
      this.totals = reader.find(RegionTotals.key(region, practice));
      this.counting = reader.find(CountingStart.KEY);
      this.totalsAddress = addressOfTotals(region);
    }

    private String addressOfTotals(RegionCode of) {
      return "/region-totals/" + of + "/" + (practice ? PRACTICE : REAL);
    }

    private JsonNode yearOf(Optional<? extends JsonNode> of) {
      return ofYear(of, "years");
    }

    private JsonNode ofYear(Optional<? extends JsonNode> of, String member) {
      for (JsonNode each :
          of.map(node -> node.path(member)).stream().flatMap(JsonNode::valueStream).toList()) {
        if (each.path("year").asInt() == year) {
          return each;
        }
      }
      return MissingNode.getInstance();
    }

    private JsonNode counted() {
      return yearOf(totals);
    }

    private boolean fromFounding() {
      return counting.filter(start -> start.path("fromFounding").booleanValue(false)).isPresent();
    }

    private int since() {
      return counting
          .map(start -> Instant.parse(start.path("at").asString()))
          .map(at -> BeijingTime.day(at).getYear())
          .orElse(Integer.MAX_VALUE);
    }

    /** As {@link RegionTotals#isYearCounted} says it. */
    private boolean isYearCounted() {
      return fromFounding() ? year >= since() : counting.isPresent() && year > since();
    }

    /** As {@link RegionTotals#isStatedCounted} says it. */
    private boolean isStatedCounted() {
      return fromFounding() || counting.isPresent() && year > since();
    }

    private List<String> fromTotals() {
      return totals.isPresent() ? List.of(totalsAddress) : List.of();
    }

    private void add(EconomyMeasure measure, BigDecimal value, List<String> from) {
      figures.add(
          new Figure(
              from.stream().limit(FROM_MOST).toList(),
              from.size(),
              measure,
              measure.title(),
              Optional.empty(),
              measure.unit(),
              Optional.of(plain(value))));
    }

    private void none(EconomyMeasure measure, String reason, List<String> from) {
      figures.add(
          new Figure(
              from.stream().limit(FROM_MOST).toList(),
              from.size(),
              measure,
              measure.title(),
              Optional.of(reason),
              measure.unit(),
              Optional.empty()));
    }

    private void none(EconomyMeasure measure, NoNumber reason, List<String> from) {
      none(measure, reason.name(), from);
    }

    private void addOrNone(
        EconomyMeasure measure, Optional<BigDecimal> value, NoNumber reason, List<String> from) {
      if (value.isPresent()) {
        add(measure, value.get(), from);
      } else {
        none(measure, reason, from);
      }
    }

    /** A sum of the totals; nothing where it was not counted, or is that or more. */
    private Optional<BigDecimal> sum(String pointer, long maximum) {
      BigDecimal sum = decimal(counted().at(pointer));
      return isYearCounted() && sum.compareTo(BigDecimal.valueOf(maximum)) < 0
          ? Optional.of(sum)
          : Optional.empty();
    }

    private void trades(Optional<Actor> viewer) {
      Optional<BigDecimal> tonnes = sum("/sales/tonnes", Tonnes.MAXIMUM);
      Optional<BigDecimal> value = sum("/sales/value", Fen.MAXIMUM);
      List<String> from = fromTotals();
      addOrNone(EconomyMeasure.SALES_TONNES, tonnes, NoNumber.NOT_COUNTED, from);
      addOrNone(EconomyMeasure.SALES_FEN, value, NoNumber.NOT_COUNTED, from);
      quotient(EconomyMeasure.PRICE_FEN_PER_TONNE, value, tonnes, NoNumber.NOT_COUNTED, from);
      if (CHARGES.permits(viewer, List.of())) {
        addOrNone(EconomyMeasure.FEES_FEN, charge("fees"), NoNumber.NOT_COUNTED, from);
        addOrNone(EconomyMeasure.BENEFIT_SHARES_FEN, charge("shares"), NoNumber.NOT_COUNTED, from);
      } else {
        none(EconomyMeasure.FEES_FEN, WITHHELD, from);
        none(EconomyMeasure.BENEFIT_SHARES_FEN, WITHHELD, from);
      }
    }

    /** A sum of what trades cost, as {@link #sum}. */
    private Optional<BigDecimal> charge(String member) {
      BigDecimal sum = decimal(ofYear(totals, "charges").path(member));
      return isYearCounted() && sum.compareTo(BigDecimal.valueOf(Fen.MAXIMUM)) < 0
          ? Optional.of(sum)
          : Optional.empty();
    }

    private void quotient(
        EconomyMeasure measure,
        Optional<BigDecimal> dividend,
        Optional<BigDecimal> divisor,
        NoNumber without,
        List<String> from) {
      if (dividend.isEmpty() || divisor.isEmpty()) {
        none(measure, without, from);
      } else if (divisor.get().signum() == 0) {
        none(measure, NoNumber.ZERO_BASE, from);
      } else {
        add(measure, divided(dividend.get(), divisor.get()), from);
      }
    }

    /**
     * Who may see every forward may know their sums. An office sees those of its own participants,
     * and who governs the land is not who governs its buyers and sellers.
     */
    private void forwards(Optional<Actor> viewer) {
      List<EconomyMeasure> all =
          List.of(
              EconomyMeasure.FORWARD_TONNES,
              EconomyMeasure.FORWARD_DELIVERED_TONNES,
              EconomyMeasure.FORWARD_DELIVERY_PERCENT);
      if (!ForwardViews.FORWARDS.visibility().permitsAll(viewer)) {
        all.forEach(each -> none(each, WITHHELD, List.of()));
        return;
      }
      Selection forwards = Selection.of(ForwardViews.FORWARDS);
      forwards.with(ForwardViews.FORWARDS.column("training"), practice);
      if (reader.count(forwards) > FORWARDS_MOST) {
        all.forEach(each -> none(each, NoNumber.NOT_COUNTED, List.of()));
        return;
      }
      BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
      List<String> from = new ArrayList<>();
      reader.each(
          forwards,
          forward -> {
            if (isDueHere(forward)) {
              sums[0] = sums[0].add(decimal(forward.path("quantity")));
              sums[1] = sums[1].add(decimal(forward.path("delivered")));
              from.add("/forwards/" + forward.path("id").asString());
            }
          });
      add(EconomyMeasure.FORWARD_TONNES, sums[0], from);
      add(EconomyMeasure.FORWARD_DELIVERED_TONNES, sums[1], from);
      quotient(
          EconomyMeasure.FORWARD_DELIVERY_PERCENT,
          Optional.of(sums[1].multiply(HUNDRED)),
          Optional.of(sums[0]),
          NoNumber.NO_DATA,
          from);
    }

    private boolean isDueHere(JsonNode forward) {
      InstrumentId instrument = new InstrumentId(forward.path("instrument").asString());
      return forward.has("acceptedAt")
          && region.contains(instrument.project().region())
          && LocalDate.parse(forward.path("deliveryDay").asString()).getYear() == year;
    }

    private void compensation() {
      BigDecimal due = BigDecimal.ZERO;
      BigDecimal paid = BigDecimal.ZERO;
      BigDecimal arrears = BigDecimal.ZERO;
      SortedSet<RegionCode> where = new TreeSet<>();
      List<String> from = new ArrayList<>();
      Selection records =
          Selection.of(RegionViews.COMPENSATION)
              .with(RegionViews.COMPENSATION.column("region"), region)
              .with(RegionViews.COMPENSATION.column("year"), year);
      List<JsonNode> found = new ArrayList<>();
      reader.each(records, found::add);
      for (JsonNode each : found) {
        due = due.add(decimal(each.path("due")));
        paid = paid.add(decimal(each.path("paid")));
        arrears = arrears.add(decimal(each.path("arrears")));
        RegionCode of = new RegionCode(each.path("region").asString());
        where.add(of);
        from.add("/compensation/" + of + "/" + each.path("scheme").asString() + "/" + year);
      }
      if (found.isEmpty()) {
        none(EconomyMeasure.COMPENSATION_DUE_FEN, NoNumber.NO_DATA, from);
        none(EconomyMeasure.COMPENSATION_PAID_FEN, NoNumber.NO_DATA, from);
        none(EconomyMeasure.COMPENSATION_ARREARS_FEN, NoNumber.NO_DATA, from);
        none(EconomyMeasure.OVERLAP_TONNES, NoNumber.NO_DATA, from);
      } else {
        add(EconomyMeasure.COMPENSATION_DUE_FEN, due, from);
        add(EconomyMeasure.COMPENSATION_PAID_FEN, paid, from);
        add(EconomyMeasure.COMPENSATION_ARREARS_FEN, arrears, from);
        overlap(where);
      }
    }

    /** Each tonne once, where a league and one of its banners are compensated by two schemes. */
    private void overlap(SortedSet<RegionCode> where) {
      BigDecimal tonnes = BigDecimal.ZERO;
      List<String> from = new ArrayList<>();
      for (RegionCode each : where) {
        boolean isWithin =
            where.stream().anyMatch(other -> !other.equals(each) && other.contains(each));
        Optional<? extends JsonNode> of = reader.find(RegionTotals.key(each, practice));
        if (!isWithin && of.isPresent()) {
          tonnes = tonnes.add(decimal(yearOf(of).at("/credits/vintage")));
          from.add(addressOfTotals(each));
        }
      }
      addOrNone(
          EconomyMeasure.OVERLAP_TONNES,
          isStatedCounted() ? Optional.of(tonnes) : Optional.empty(),
          NoNumber.NOT_COUNTED,
          from);
    }

    private void cost() {
      Optional<BigDecimal> cost = reported("MANAGEMENT_COST_FEN");
      List<String> report = fromReport("MANAGEMENT_COST_FEN");
      addOrNone(EconomyMeasure.MANAGEMENT_COST_FEN, cost, NoNumber.NOT_REPORTED, report);
      List<String> from = new ArrayList<>(report);
      from.addAll(fromTotals());
      from.addAll(fromOf(EconomyMeasure.COMPENSATION_PAID_FEN));
      if (cost.isEmpty()) {
        none(EconomyMeasure.NET_FEN_PER_MU, NoNumber.NOT_REPORTED, from);
        none(EconomyMeasure.BREAK_EVEN_FEN_PER_TONNE, NoNumber.NOT_REPORTED, from);
        return;
      }
      Optional<BigDecimal> received = valueOf(EconomyMeasure.COMPENSATION_PAID_FEN);
      if (received.isEmpty()) {
        none(EconomyMeasure.NET_FEN_PER_MU, NoNumber.NO_DATA, from);
        none(EconomyMeasure.BREAK_EVEN_FEN_PER_TONNE, NoNumber.NO_DATA, from);
        return;
      }
      BigDecimal paid = received.get();
      Optional<BigDecimal> net =
          valueOf(EconomyMeasure.SALES_FEN)
              .flatMap(
                  sales ->
                      valueOf(EconomyMeasure.FEES_FEN)
                          .map(fees -> sales.subtract(fees).add(paid).subtract(cost.get())));
      if (isWithheld(EconomyMeasure.FEES_FEN)) {
        none(EconomyMeasure.NET_FEN_PER_MU, WITHHELD, from);
      } else {
        quotient(
            EconomyMeasure.NET_FEN_PER_MU,
            net,
            hectares().map(each -> each.multiply(MU)),
            NoNumber.NOT_COUNTED,
            from);
      }
      quotient(
          EconomyMeasure.BREAK_EVEN_FEN_PER_TONNE,
          Optional.of(cost.get().subtract(paid).max(BigDecimal.ZERO)),
          isStatedCounted() ? vintage() : Optional.empty(),
          NoNumber.NOT_COUNTED,
          from);
    }

    private boolean isWithheld(EconomyMeasure measure) {
      return figures.stream()
          .anyMatch(
              each ->
                  each.measure() == measure && each.reason().filter(WITHHELD::equals).isPresent());
    }

    /** Tonnes of the year's vintage; nothing where the sum is that or more. */
    private Optional<BigDecimal> vintage() {
      return Optional.of(decimal(counted().at("/credits/vintage")))
          .filter(sum -> sum.compareTo(BigDecimal.valueOf(Tonnes.MAXIMUM)) < 0);
    }

    /** Land under projects at the end of the year, as {@link RegionTotals#hectaresAtEnd}. */
    private Optional<BigDecimal> hectares() {
      if (!fromFounding() || year < since()) {
        return Optional.empty();
      }
      BigDecimal hectares = BigDecimal.ZERO;
      for (JsonNode each :
          totals.map(node -> node.path("years")).stream().flatMap(JsonNode::valueStream).toList()) {
        if (each.path("year").asInt() <= year) {
          hectares =
              hectares
                  .add(decimal(each.at("/land/begunHectares")))
                  .subtract(decimal(each.at("/land/endedHectares")));
        }
      }
      return Optional.of(hectares);
    }

    private void certifiers() {
      JsonNode work = counted().path("verifications");
      BigDecimal certifiers = BigDecimal.valueOf(work.path("certifiers").size());
      BigDecimal reports = decimal(work.path("others"));
      BigDecimal findings = BigDecimal.ZERO;
      for (JsonNode each : work.path("certifiers").valueStream().toList()) {
        reports = reports.add(decimal(each.path("reports")));
        findings = findings.add(decimal(each.path("findings")));
      }
      boolean isWhole = isYearCounted() && work.path("others").asInt(0) == 0;
      List<String> from = fromTotals();
      Optional<BigDecimal> leakage =
          isYearCounted() ? Optional.of(decimal(work.path("leakageTonnes"))) : Optional.empty();
      addOrNone(EconomyMeasure.LEAKAGE_TONNES, leakage, NoNumber.NOT_COUNTED, from);
      addOrNone(
          EconomyMeasure.CERTIFIERS,
          isWhole ? Optional.of(certifiers) : Optional.empty(),
          NoNumber.NOT_COUNTED,
          from);
      quotient(
          EconomyMeasure.CERTIFIER_LOAD,
          Optional.of(reports),
          isWhole ? Optional.of(certifiers) : Optional.empty(),
          NoNumber.NOT_COUNTED,
          from);
      quotient(
          EconomyMeasure.FINDINGS_PER_REPORT,
          Optional.of(findings),
          isWhole ? Optional.of(reports) : Optional.empty(),
          NoNumber.NOT_COUNTED,
          from);
    }

    /** Partners of what was agreed by the end of the year. */
    private void partners() {
      Selection goals =
          Selection.of(GoalViews.GOALS)
              .with(GoalViews.GOALS.column("kind"), GoalKind.PARTNERSHIP.name())
              .with(GoalViews.GOALS.column("state"), GoalState.ADOPTED.name());
      if (reader.count(goals) > PARTNERSHIPS_MOST) {
        none(EconomyMeasure.PARTNERS, NoNumber.NOT_COUNTED, List.of());
        return;
      }
      List<JsonNode> adopted = new ArrayList<>();
      reader.each(goals, adopted::add);
      Map<String, Boolean> known = new HashMap<>();
      Set<String> partners = new LinkedHashSet<>();
      List<String> from = new ArrayList<>();
      for (JsonNode goal : adopted) {
        boolean any = false;
        for (JsonNode partner : goal.path("partners").valueStream().toList()) {
          if (isAgreed(goal)
              && known.computeIfAbsent(partner.toString(), each -> isOfRegion(partner))) {
            partners.add(partner.path("participant").asString());
            any = true;
          }
        }
        if (any) {
          from.add("/goals/" + goal.path("id").asString());
        }
      }
      if (partners.isEmpty()) {
        none(EconomyMeasure.PARTNERS, NoNumber.NO_DATA, from);
      } else {
        add(EconomyMeasure.PARTNERS, BigDecimal.valueOf(partners.size()), from);
      }
    }

    private boolean isAgreed(JsonNode goal) {
      Instant decided = Instant.parse(goal.at("/decision/at").asString());
      return BeijingTime.day(decided).getYear() <= year;
    }

    private boolean isOfRegion(JsonNode partner) {
      Optional<String> home =
          reader
              .find(Participant.key(new ParticipantId(partner.path("participant").asString())))
              .map(found -> found.path("region").asString());
      Optional<String> land =
          Optional.ofNullable(partner.path("project").asString(null))
              .flatMap(id -> reader.find(Project.key(new InstructionId(id))))
              .map(found -> found.at("/design/region").asString());
      return Stream.of(home, land)
          .flatMap(Optional::stream)
          .anyMatch(code -> region.contains(new RegionCode(code)));
    }

    private void jobs() {
      addOrNone(EconomyMeasure.JOBS, reported("JOBS"), NoNumber.NOT_REPORTED, fromReport("JOBS"));
    }

    private Optional<JsonNode> reportOf(String indicator) {
      return reader
          .find(IndicatorReport.key(region, year, practice))
          .flatMap(
              report ->
                  report
                      .path("values")
                      .valueStream()
                      .filter(each -> each.path("indicator").asString("").equals(indicator))
                      .findFirst());
    }

    /** What was said last. */
    private Optional<BigDecimal> reported(String indicator) {
      return reportOf(indicator)
          .map(
              each -> {
                JsonNode again = each.path("restated");
                return decimal(
                    again.isEmpty()
                        ? each.path("value")
                        : again.get(again.size() - 1).path("value"));
              });
    }

    private List<String> fromReport(String indicator) {
      return reportOf(indicator).isPresent()
          ? List.of(
              "/indicator-reports/" + region + "/" + year + "/" + (practice ? PRACTICE : REAL))
          : List.of();
    }

    private Optional<Figure> figure(EconomyMeasure measure) {
      return figures.stream().filter(each -> each.measure() == measure).findFirst();
    }

    private Optional<BigDecimal> valueOf(EconomyMeasure measure) {
      return figure(measure).flatMap(Figure::value).map(BigDecimal::new);
    }

    private List<String> fromOf(EconomyMeasure measure) {
      return figure(measure).map(Figure::from).orElse(List.of());
    }
  }

  private static BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, DIGITS, RoundingMode.HALF_UP);
  }

  /** A number, or a decimal in a text; nothing is none. */
  private static BigDecimal decimal(JsonNode node) {
    return node.isNumber()
        ? node.decimalValue()
        : node.isString() ? new BigDecimal(node.stringValue()) : BigDecimal.ZERO;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
