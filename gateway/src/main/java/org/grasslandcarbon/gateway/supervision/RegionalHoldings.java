// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.problem.LetGo;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.LetGoLines;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.CreditViews;
import org.grasslandcarbon.views.Path;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Where credits are and where they go, by the divisions of who holds them and of the land that they
 * are of. An office is told of holders of its own region one by one; of credits of its land that
 * others hold only the sum, since accounts elsewhere are for other offices.
 */
@Component
public final class RegionalHoldings {
  /** Holdings that are summed: some seconds. */
  static final int HOLDINGS_MOST = 500_000;

  /** Lines of statements that are summed: some seconds. */
  static final int LINES_MOST = 200_000;

  /** A year. */
  public static final int DAYS_MOST = 366;

  /** All divisions that are not the office's, in one. */
  public static final String ELSEWHERE = "ELSEWHERE";

  private static final int BATCH_REGION = 2;

  private final Reader reader;
  private final LetGoLines letGo;

  RegionalHoldings(Reader reader, LetGoLines letGo) {
    this.letGo = letGo;
    this.reader = reader;
  }

  /**
   * What is held.
   *
   * @param batchRegion the division of the land
   * @param holderRegion where the holders are registered, or {@value #ELSEWHERE}
   * @param holders how many participants
   * @param participant who, where participants are told one by one
   * @param tonnes how many
   * @param training whether for practice only
   */
  public record Held(
      String batchRegion,
      String holderRegion,
      int holders,
      Optional<String> participant,
      long tonnes,
      boolean training) {}

  /**
   * What moved.
   *
   * @param from the division it went from, or {@value #ELSEWHERE}; absent of what was issued
   * @param movements how many movements
   * @param to the division it went to; absent of what was used up
   * @param tonnes how many
   * @param training whether for practice only
   * @param way {@code TRANSFER} between participants, else where it came from or went to: {@code
   *     ISSUANCE}, {@code BUFFER}, {@code RETIRED}, {@code CANCELLED}
   */
  public record Moved(
      Optional<String> from,
      int movements,
      Optional<String> to,
      long tonnes,
      boolean training,
      String way) {}

  /** A sum in the making. */
  private static final class Sum {
    private final SortedSet<String> who = new TreeSet<>();
    private long tonnes;
    private int movements;

    private void add(String owner, long more) {
      who.add(owner);
      tonnes = Math.addExact(tonnes, more);
      movements++;
    }
  }

  /**
   * What is held now.
   *
   * @param each whether participants are told one by one
   * @throws RequestException {@code BAD_REQUEST} when there is too much
   */
  public List<Held> held(Scope scope, boolean each) {
    Regions regions = new Regions(reader);
    SortedMap<List<String>, Sum> sums = new TreeMap<>(RegionalHoldings::compare);
    boolean all =
        reader.eachOwnedCredits(
            HOLDINGS_MOST,
            balance -> {
              String[] batch = balance.asset().split("-");
              RegionCode land = new RegionCode(batch[BATCH_REGION]);
              Optional<RegionCode> home = regions.of(new ParticipantId(balance.owner()));
              boolean own = home.filter(scope::has).isPresent();
              if (own || scope.has(land)) {
                String region = own ? home.orElseThrow().value() : ELSEWHERE;
                String who = each && own ? balance.owner() : "";
                sums.computeIfAbsent(
                        List.of(region, land.value(), who, training(balance.asset())),
                        key -> new Sum())
                    .add(balance.owner(), balance.balance());
              }
            });
    requireAll(all);
    List<Held> held = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            held.add(
                new Held(
                    key.get(1),
                    key.get(0),
                    sum.who.size(),
                    Optional.of(key.get(2)).filter(who -> !who.isEmpty()),
                    sum.tonnes,
                    Boolean.parseBoolean(key.get(3)))));
    return held;
  }

  private static int compare(List<String> one, List<String> other) {
    return String.join(" ", one).compareTo(String.join(" ", other));
  }

  private static String training(String batch) {
    return Boolean.toString(batch.startsWith("CN-GCST-"));
  }

  private static void requireAll(boolean all) {
    if (!all) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("持有或流水过多，无法一次汇总：请缩短期间")
              .en(
                  "there are too many holdings or movements to be summed: choose a shorter period"));
    }
  }

  /**
   * What moved in a period, between participants and from or to where nobody holds it. What
   * somebody sets aside or gets back has not moved.
   *
   * @throws RequestException {@code BAD_REQUEST} when there is too much, {@code LET_GO} when lines
   *     of the period were let go
   */
  public List<Moved> moved(Scope scope, Period period) {
    LetGo.requireLines(
        letGo.wholeFrom(CreditViews.STATEMENT, Optional.empty()), Optional.of(period.from()));
    Path at = new Path(List.of(), CreditViews.STATEMENT.column("at"));
    Selection lines =
        Selection.of(CreditViews.STATEMENT)
            .notBefore(at, BeijingTime.start(period.from()))
            .before(at, BeijingTime.start(period.to().plusDays(1)));
    requireAll(reader.count(lines) <= LINES_MOST);
    Regions regions = new Regions(reader);
    Map<String, String> names = new HashMap<>();
    SortedMap<List<String>, Sum> sums = new TreeMap<>(RegionalHoldings::compare);
    reader.each(
        lines,
        line -> {
          Account other = Account.of(line.path("counterparty").asString(""));
          String owner = line.path("owner").asString();
          long amount = line.path("amount").longValue();
          boolean same = other.owner().filter(each -> each.value().equals(owner)).isPresent();
          // Both sides of a transfer have a line; the one that got it tells both.
          boolean told = other.owner().isPresent() && amount < 0;
          if (!same && !told) {
            add(scope, regions, names, line, other, sums);
          }
        });
    List<Moved> moved = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            moved.add(
                new Moved(
                    Optional.of(key.get(1)).filter(region -> !region.isEmpty()),
                    sum.movements,
                    Optional.of(key.get(2)).filter(region -> !region.isEmpty()),
                    sum.tonnes,
                    Boolean.parseBoolean(key.get(3)),
                    key.get(0))));
    return moved;
  }

  private static void add(
      Scope scope,
      Regions regions,
      Map<String, String> names,
      JsonNode line,
      Account other,
      SortedMap<List<String>, Sum> sums) {
    String owner = line.path("owner").asString();
    long amount = line.path("amount").longValue();
    String mine = name(scope, regions, names, owner);
    String theirs = other.owner().map(each -> name(scope, regions, names, each.value())).orElse("");
    boolean outside = mine.equals(ELSEWHERE) && (theirs.isEmpty() || theirs.equals(ELSEWHERE));
    if (!outside) {
      String way = other.owner().isPresent() ? "TRANSFER" : other.kind().name();
      sums.computeIfAbsent(
              List.of(
                  way,
                  amount > 0 ? theirs : mine,
                  amount > 0 ? mine : theirs,
                  training(line.path("asset").asString())),
              each -> new Sum())
          .add(owner, Math.abs(amount));
    }
  }

  /** The division of a participant, as far as the one who asks supervises it. */
  private static String name(
      Scope scope, Regions regions, Map<String, String> names, String participant) {
    return names.computeIfAbsent(
        participant,
        each ->
            regions
                .of(new ParticipantId(each))
                .filter(scope::has)
                .map(RegionCode::value)
                .orElse(ELSEWHERE));
  }
}
