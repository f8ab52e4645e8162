// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;

/** Has detectors look at a period. */
@Component
public final class Surveillance {
  /** A quarter: detectors compare days within it, and read all of it. */
  public static final int DAYS_MOST = 92;

  /** More than anybody looks at; whoever gets more chooses stricter settings. */
  static final int SIGNALS_MOST = 1_000;

  private static final Name TOO_BUSY =
      Name.of(
          "成交往返过多，未全部检查：请缩短期间或收紧参数",
          "There are too many ways round to look at all of them: choose a shorter period or stricter"
              + " settings");

  private final Reader reader;
  private final Timelines timelines;

  Surveillance(Reader reader, Timelines timelines) {
    this.reader = reader;
    this.timelines = timelines;
  }

  /**
   * A detector as it is listed.
   *
   * @param clause the kind of article 44 that it looks for
   * @param detector what it is called
   * @param means what it looks for
   * @param sense the sense of the article
   * @param settings the numbers that it is given
   * @param title what people call it
   */
  public record Described(
      int clause,
      String detector,
      Name means,
      Name sense,
      List<DescribedSetting> settings,
      Name title) {}

  /**
   * A setting as it is listed.
   *
   * @param least the lowest
   * @param means what it is
   * @param most the highest
   * @param name what it is called
   * @param standard the number when nobody gives another
   */
  public record DescribedSetting(int least, Name means, int most, String name, int standard) {}

  /**
   * What was found.
   *
   * @param from the first day
   * @param incomplete what was not looked at to the end, by detector and instrument
   * @param settings the numbers used, by detector
   * @param signals by article, detector and day
   * @param to the last day
   */
  public record Report(
      LocalDate from,
      List<Incomplete> incomplete,
      List<Used> settings,
      List<Found> signals,
      LocalDate to) {}

  /**
   * An instrument with more in it than a detector looks at; the other detectors and instruments are
   * none the worse for it, so that nobody hides by being busy.
   *
   * @param detector which one
   * @param instrument of what there may be more signals
   * @param why what to do about it
   */
  public record Incomplete(String detector, String instrument, Name why) {}

  /**
   * The numbers of a detector that were used.
   *
   * @param detector which one
   * @param values by name
   */
  public record Used(String detector, SortedMap<String, Integer> values) {}

  /**
   * A signal.
   *
   * @param clause of article 44
   * @param detector by which it was found
   * @param evidence ids of trades, listings and records
   * @param evidenceOf how many there are, where not all are told
   * @param first the first day of it
   * @param instrument of what
   * @param last the last day of it
   * @param participants who
   * @param why it was found
   */
  public record Found(
      int clause,
      String detector,
      List<String> evidence,
      int evidenceOf,
      LocalDate first,
      String instrument,
      LocalDate last,
      List<String> participants,
      Name why) {}

  /** All detectors with their settings. */
  public static List<Described> detectors() {
    return Detectors.ALL.stream()
        .map(
            each ->
                new Described(
                    each.clause().number(),
                    each.name(),
                    each.means(),
                    each.clause().sense(),
                    each.settings().stream()
                        .map(
                            setting ->
                                new DescribedSetting(
                                    setting.least(),
                                    setting.means(),
                                    setting.most(),
                                    setting.name(),
                                    setting.standard()))
                        .toList(),
                    each.title()))
        .toList();
  }

  /**
   * Looks at a period.
   *
   * @param instrument at one instrument; else at all that the scope has
   * @param detector by one detector; else by all
   * @param settings numbers for that detector, as {@code name:number} with commas between
   * @throws RequestException {@code BAD_REQUEST} when a name or a number is wrong, and when there
   *     is too much
   */
  public Report look(
      Period period,
      Scope scope,
      Optional<InstrumentId> instrument,
      Optional<String> detector,
      Optional<String> settings) {
    List<Detector> chosen = chosen(detector);
    if (settings.isPresent() && detector.isEmpty()) {
      throw wrong(zh("settings 须与 detector 一并给出").en("settings are given with a detector"));
    }
    Trading trading = new ObservedMarket(reader, timelines).read(period, scope, instrument);
    Regions regions = new Regions(reader);
    List<Used> used = new ArrayList<>();
    List<Incomplete> incomplete = new ArrayList<>();
    List<Signal> found = new ArrayList<>();
    for (Detector each : chosen) {
      Settings numbers =
          settings.map(text -> Settings.given(each, text)).orElseGet(() -> Settings.standard(each));
      used.add(new Used(each.name(), numbers.values()));
      Detector.Findings findings = each.look(trading, numbers);
      findings.signals().stream()
          .filter(signal -> scope.has(signal.participants(), regions))
          .forEach(found::add);
      findings.incomplete().stream()
          .map(busy -> new Incomplete(each.name(), busy, TOO_BUSY))
          .forEach(incomplete::add);
    }
    if (found.size() > SIGNALS_MOST) {
      throw wrong(
          zh("信号超过 %s 个：请缩短期间或收紧参数")
              .en(
                  "more than %s signals: choose a shorter period or stricter settings",
                  SIGNALS_MOST));
    }
    return new Report(
        period.from(),
        incomplete,
        used,
        found.stream().sorted(Signal.IN_ORDER).map(Surveillance::told).toList(),
        period.to());
  }

  private static List<Detector> chosen(Optional<String> detector) {
    return detector
        .map(
            name ->
                List.of(
                    Detectors.named(name)
                        .orElseThrow(
                            () ->
                                wrong(
                                    zh("没有该监测指标；可用的为 %s")
                                        .en(
                                            "there is no such detector; there are %s",
                                            Detectors.ALL.stream().map(Detector::name).toList())))))
        .orElse(Detectors.ALL);
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }

  private static Found told(Signal signal) {
    return new Found(
        signal.detector().clause().number(),
        signal.detector().name(),
        signal.evidence(),
        signal.evidenceOf(),
        signal.first(),
        signal.instrument(),
        signal.last(),
        signal.participants(),
        Name.of(signal.why().zh(), signal.why().en()));
  }
}
