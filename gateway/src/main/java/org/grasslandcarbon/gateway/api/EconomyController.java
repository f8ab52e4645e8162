// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.coordination.RegionEconomy;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What grassland carbon brings and costs a region in a year. */
@RestController
@RequestMapping(Paths.BASE + "/coordination/economy")
@Open("sums of public records; those of forwards are for whoever may see the forwards")
final class EconomyController {
  private static final String NAME = "economy";
  private static final int YEAR_LEAST = 2000;
  private static final int YEAR_MOST = 2199;

  private final RegionEconomy economy;

  EconomyController(RegionEconomy economy) {
    this.economy = economy;
  }

  @GetSheet
  SheetAnswer economy(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> year,
      @RequestParam Optional<String> practice,
      @AuthenticationPrincipal Caller caller) {
    RegionEconomy.Report report = report(region, year, practice, caller);
    return new SheetAnswer(report, NAME, () -> rows(report));
  }

  private RegionEconomy.Report report(
      Optional<String> region, Optional<String> year, Optional<String> practice, Caller caller) {
    RegionCode code =
        (RegionCode) ViewParameters.convert("region", must("region", region), RegionCode.class);
    if (code.equals(RegionCode.NATION) || !economy.isKnown(code)) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("region 须为账本上的省、市或县级区划：全国请逐省查询")
              .en(
                  "region is a province or a division in one that is on the ledger: ask for the nation by provinces"));
    }
    return economy.report(
        code,
        year(must("year", year)),
        practice.map(EconomyController::truth).orElse(false),
        Optional.ofNullable(caller).map(Caller::actor));
  }

  private static String must(String name, Optional<String> text) {
    return text.orElseThrow(
        () -> new RequestException(GatewayCode.BAD_REQUEST, zh("须填写 %s").en("%s is needed", name)));
  }

  private static int year(String text) {
    int year = text.matches("[0-9]{4}") ? Integer.parseInt(text) : -1;
    if (year < YEAR_LEAST || year > YEAR_MOST) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("year 须为 %s 至 %s 的整数")
              .en("year is a whole number from %s to %s", YEAR_LEAST, YEAR_MOST));
    }
    return year;
  }

  private static boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST, zh("practice 须为 true 或 false").en("practice is true or false"));
    }
    return Boolean.parseBoolean(text);
  }

  private static List<List<Object>> rows(RegionEconomy.Report report) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "行政区划 Division",
            "年度 Year",
            "指标 Measure",
            "名称 Name (zh)",
            "Name",
            "数值 Value",
            "单位 Unit",
            "无数值的原因 Why There Is None",
            "来源 From",
            "来源数 Records It Comes From"));
    for (RegionEconomy.Figure each : report.figures()) {
      rows.add(
          List.of(
              report.region().value(),
              report.year(),
              each.measure().name(),
              each.measure().title().zh(),
              each.measure().title().en(),
              each.value().orElse(""),
              each.unit(),
              each.reason().orElse(""),
              String.join("; ", each.from()),
              each.fromCount()));
    }
    return rows;
  }
}
