// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.coordination.RegionLevel;
import org.grasslandcarbon.gateway.coordination.RegionScorecard;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What regions were to reach and have reached: one region's years with every indicator, or the
 * divisions of a level in it beside each other.
 */
@RestController
@RequestMapping(Paths.BASE + "/coordination/scorecard")
@Open("computed from criteria, targets, reports and totals, all of which are public")
final class ScorecardController {
  private static final String NAME = "scorecard";
  private static final int YEAR_LEAST = 2000;

  /** Rows of a file: every county of the country over three years. */
  private static final int ROWS_MOST = 10_000;

  private final RegionScorecard scorecard;

  ScorecardController(RegionScorecard scorecard) {
    this.scorecard = scorecard;
  }

  /**
   * A page of a ranking.
   *
   * @param items the newest year first, in a year the best first
   * @param next the cursor of the next page
   * @param total how many items there are
   * @param withoutCriteria years that no criteria judge
   */
  private record Page(
      List<RegionScorecard.Row> items,
      Optional<String> next,
      long total,
      List<Integer> withoutCriteria) {}

  /**
   * What is asked for.
   *
   * @param region the division, or the nation
   * @param from the first year
   * @param to the last
   * @param level of what divisions in it; none for the region itself
   */
  private record Asked(RegionCode region, int from, int to, Optional<RegionLevel> level) {}

  @GetMapping
  JsonNode scorecard(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> level,
      @RequestParam Optional<Integer> limit,
      @RequestParam Optional<String> cursor) {
    Asked asked = asked(region, from, to, level);
    if (asked.level().isEmpty()) {
      if (limit.isPresent() || cursor.isPresent()) {
        throw wrong(
            zh("limit 与 cursor 须与 level 一起填写").en("limit and cursor go together with level"));
      }
      return Codec.tree(history(asked));
    }
    Paging paging = Paging.of(limit, cursor);
    long skip = paging.after().orElse(0);
    RegionScorecard.Ranking page = ranking(asked, Math.max(0, skip), paging.limit());
    if (skip < 0 || skip > page.total()) {
      throw Paging.wrongCursor();
    }
    return Codec.tree(
        new Page(
            page.items(), page.next().map(Paging::cursor), page.total(), page.withoutCriteria()));
  }

  @GetMapping(produces = DocumentFiles.CSV)
  ResponseEntity<byte[]> scorecardAsCsv(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> level) {
    Asked asked = asked(region, from, to, level);
    return DocumentFiles.csv(
        asked.level().isPresent()
            ? ScorecardSheets.ranking(all(asked))
            : ScorecardSheets.indicators(history(asked)),
        NAME);
  }

  @GetMapping(produces = DocumentFiles.XLSX)
  ResponseEntity<byte[]> scorecardAsXlsx(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> from,
      @RequestParam Optional<String> to,
      @RequestParam Optional<String> level) {
    Asked asked = asked(region, from, to, level);
    return asked.level().isPresent()
        ? DocumentFiles.xlsx(ScorecardSheets.ranking(all(asked)), NAME)
        : DocumentFiles.xlsxOf(ScorecardSheets.of(history(asked)), NAME);
  }

  private RegionScorecard.History history(Asked asked) {
    return scorecard.history(asked.region(), asked.from(), asked.to());
  }

  private RegionScorecard.Ranking ranking(Asked asked, long skip, int limit) {
    return scorecard.ranking(
        asked.region(), asked.level().orElseThrow(), asked.from(), asked.to(), skip, limit);
  }

  private List<RegionScorecard.Row> all(Asked asked) {
    RegionScorecard.Ranking all = ranking(asked, 0, ROWS_MOST);
    if (all.total() > ROWS_MOST) {
      throw wrong(
          zh("共 %s 行，文件至多 %s 行：请减少年数或按下级地区查询")
              .en(
                  "%s rows are more than the %s of a file: ask for fewer years, or by regions below",
                  all.total(), ROWS_MOST));
    }
    return all.items();
  }

  private Asked asked(
      Optional<String> region,
      Optional<String> from,
      Optional<String> to,
      Optional<String> level) {
    RegionCode code =
        (RegionCode)
            ViewParameters.convert(
                "region",
                region.orElseThrow(() -> wrong(zh("须填写 region").en("region is needed"))),
                RegionCode.class);
    if (!scorecard.isKnown(code)) {
      throw wrong(
          zh("region 须为账本上的区划，全国为 000000")
              .en("region is a division that is on the ledger, or 000000 for the nation"));
    }
    int now = scorecard.today().getYear();
    int last = to.map(text -> year("to", text, now)).orElse(now);
    int first = from.map(text -> year("from", text, now)).orElse(last);
    if (first > last) {
      throw wrong(zh("to 早于 from").en("to is before from"));
    }
    if (last - first >= RegionScorecard.YEARS_MOST) {
      throw wrong(
          zh("from 与 to 之间至多 %s 年")
              .en("from and to are at most %s years", RegionScorecard.YEARS_MOST));
    }
    return new Asked(code, first, last, level.map(text -> level(text, code)));
  }

  private static RegionLevel level(String text, RegionCode region) {
    RegionLevel level =
        (RegionLevel) ViewParameters.convert("level", text, RegionLevel.class);
    if (!level.isBelow(region)) {
      throw wrong(zh("level 须低于 region 的级别").en("level is below that of region"));
    }
    return level;
  }

  private static int year(String name, String text, int now) {
    int year = text.matches("[0-9]{4}") ? Integer.parseInt(text) : -1;
    if (year < YEAR_LEAST || year > now) {
      throw wrong(
          zh("%s 须为 %s 至 %s 的整数：尚未开始的年度没有评分")
              .en(
                  "%s is a whole number from %s to %s: a year that has not begun is not scored",
                  name, YEAR_LEAST, now));
    }
    return year;
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }
}
