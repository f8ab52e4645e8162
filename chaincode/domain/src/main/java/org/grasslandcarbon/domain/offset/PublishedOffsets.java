// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.value.MarketId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;

/**
 * The rows that are known, in the form in which they are published, with where each comes from and
 * what of it was not read. None of them is the registry's opinion of the law: whoever publishes one
 * reads the document first. A grassland credit is no CCER, so that all that is in force refuses it.
 */
public final class PublishedOffsets {
  /** The market in which everybody can practise. */
  public static final MarketId EXAMPLE_MARKET = new MarketId("CN-EXAMPLE");

  private static final RegionCode BEIJING = new RegionCode("110000");
  private static final RegionCode GUANGDONG = new RegionCode("440000");
  private static final String CCER = "CCER";
  private static final String BEIJING_INCLUSIVE = "BEIJING_INCLUSIVE";
  private static final String ENERGY_SAVING = "ENERGY_SAVING";
  private static final String FOREST_SINK = "FOREST_SINK";
  private static final String PHCER = "PHCER";
  private static final String TOTAL = "TOTAL";
  private static final String OUTSIDE = "OUTSIDE";
  private static final LocalDate FORESTRY_FROM = LocalDate.of(2005, 2, 16);
  private static final LocalDate OTHERS_FROM = LocalDate.of(2013, 1, 1);

  private PublishedOffsets() {}

  /** All of them, in an order in which they can be published. */
  public static List<PublishOffsetRule> all() {
    return List.of(
        national(),
        beijing2014(),
        beijing2024(),
        beijingHohhotOrdos(),
        tianjin2015(),
        guangdong(),
        guangdong2021(),
        notRead("CN-12", 2025, "天津", "Tianjin", "津政办规〔2025〕7号"),
        notRead(
            "CN-13",
            2024,
            "河北",
            "Hebei",
            "河北省降碳产品相关办法（未见文号） Hebei's rules of carbon products, number not seen"),
        notRead(
            "CN-15",
            2024,
            "内蒙古",
            "Inner Mongolia",
            "未见自治区自有抵销规定 no rule of the region's own was seen"),
        notRead("CN-31", 2024, "上海", "Shanghai", "2024 年 12 月 10 日方案；沪府办发〔2025〕16号"),
        notRead(
            "CN-35",
            2016,
            "福建",
            "Fujian",
            "抵销比例所依据的基数未查阅 the base of Fujian's shares was not read"),
        notRead(
            "CN-42",
            2024,
            "湖北",
            "Hubei",
            "湖北省政府令第 430 号；各处转述互相矛盾 Order 430; reports of it contradict each other"),
        notRead("CN-44", 2022, "广东", "Guangdong", "2022 年度及以后的规定 the rules of 2022 and later"),
        notRead(
            "CN-50", 2023, "重庆", "Chongqing", "2023 年 2 月 24 日公布的办法 the rules of 24 February 2023"),
        notRead(
            "CN-SZ",
            2022,
            "深圳",
            "Shenzhen",
            "2022 年 7 月 1 日起施行的办法 the rules in force from 1 July 2022"),
        example());
  }

  /** The market for practice: Beijing's numbers, for grassland credits that are for practice. */
  public static PublishOffsetRule example() {
    return row(
        EXAMPLE_MARKET.value(),
        2020,
        Optional.empty(),
        Name.of("练习用抵销规则", "Offset rule for practice"),
        OffsetRule.Status.EXAMPLE,
        Optional.empty(),
        Optional.of(
            OffsetTerms.of(
                List.of(CreditTraits.GRASSLAND_SINK),
                OffsetCap.share(TOTAL, OffsetBase.CONFIRMED_EMISSIONS, 50, CreditCondition.ANY),
                OffsetCap.share(
                    OUTSIDE, OffsetBase.CONFIRMED_EMISSIONS, 25, CreditCondition.notIn(BEIJING)))),
        List.of(
            source(
                "示例，并非任何市场的规定。 An example, and no market's rule.",
                Optional.empty(),
                Optional.empty())),
        List.of());
  }

  private static PublishOffsetRule national() {
    return row(
        "CN",
        2021,
        Optional.empty(),
        Name.of("全国碳排放权交易市场", "National emissions trading market"),
        OffsetRule.Status.IN_FORCE,
        Optional.empty(),
        Optional.of(
            OffsetTerms.of(
                List.of(CCER),
                OffsetCap.share(TOTAL, OffsetBase.TO_SURRENDER, 50, CreditCondition.ANY))),
        List.of(
            source(
                "碳排放权交易管理办法（试行）第二十九条。 Measures for emissions trading (trial), article 29.",
                Optional.of("生态环境部令第 19 号"),
                Optional.empty())),
        List.of(
            "最近年度的通知。 The newest notices.",
            "不得来自纳入全国市场的减排项目：账本不知道哪些项目被纳入。 Projects that the market covers are excluded, and the ledger does not know which."));
  }

  private static PublishOffsetRule beijing2024() {
    return row(
        "CN-11",
        2024,
        Optional.empty(),
        Name.of("北京市碳排放权交易市场", "Beijing emissions trading market"),
        OffsetRule.Status.IN_FORCE,
        Optional.of(LocalDate.of(2024, 9, 29)),
        Optional.of(
            OffsetTerms.of(
                List.of(CCER, BEIJING_INCLUSIVE),
                OffsetCap.share(TOTAL, OffsetBase.CONFIRMED_EMISSIONS, 50, CreditCondition.ANY),
                OffsetCap.share(
                    OUTSIDE,
                    OffsetBase.CONFIRMED_EMISSIONS,
                    25,
                    CreditCondition.notIn(BEIJING).ofKinds(CCER)))),
        List.of(
            source(
                "北京市碳排放抵销规定，第一至三条见于英文转述。 Articles 1 to 3 as reported in English.",
                Optional.of("京环发〔2024〕16号"),
                Optional.of("e.ccement.com/news/content/48624070652025001.html"))),
        List.of(
            "第四条及以后，包括接受的种类。 Articles 4 and later, with the kinds that are taken.",
            "碳普惠减排量“按本市相关要求”的具体要求。 What is required of the city's inclusive reductions."));
  }

  private static PublishOffsetRule beijing2014() {
    return row(
        "CN-11",
        2014,
        Optional.of(2023),
        Name.of("北京市碳排放权交易市场（2014—2023）", "Beijing emissions trading market, 2014 to 2023"),
        OffsetRule.Status.HISTORICAL,
        Optional.empty(),
        Optional.of(beijingOfThatTime(List.of(CCER, ENERGY_SAVING, FOREST_SINK))),
        List.of(
            source(
                "北京市碳排放权抵消管理办法（试行）的转述。 Reports of Beijing's offset measures (trial).",
                Optional.empty(),
                Optional.of("climatecooperation.cn/climate/beijing-ets"))),
        List.of("办法原文。 The measures themselves."));
  }

  private static PublishOffsetRule beijingHohhotOrdos() {
    return row(
        "CN-11-BHO",
        2016,
        Optional.empty(),
        Name.of("北京—呼和浩特—鄂尔多斯跨区域市场", "Beijing, Hohhot and Ordos"),
        OffsetRule.Status.HISTORICAL,
        Optional.empty(),
        Optional.of(
            beijingOfThatTime(
                List.of(CCER, ENERGY_SAVING, FOREST_SINK, CreditTraits.GRASSLAND_SINK))),
        List.of(
            source(
                "2016 年跨区域碳交易的报道：列有林业碳汇和草原碳汇。 Reports of 2016: forestry and grassland sinks are named.",
                Optional.empty(),
                Optional.of("chinadaily.com.cn/m/innermongolia/2016-04/12/content_24480552.htm"))),
        List.of(
            "文件原文；今日是否有效不明。 The documents themselves; whether it holds today is unknown.",
            "上限按当时北京的规定填写。 The caps are Beijing's of that time."));
  }

  private static OffsetTerms beijingOfThatTime(List<String> kinds) {
    return new OffsetTerms(
        Optional.of(OTHERS_FROM),
        Optional.of(List.of(new OffsetTerms.TypeStart(FORESTRY_FROM, "FORESTRY"))),
        Optional.empty(),
        List.of(
            OffsetCap.share(TOTAL, OffsetBase.ISSUED, 50, CreditCondition.ANY),
            OffsetCap.share(
                OUTSIDE, OffsetBase.ISSUED, 25, CreditCondition.notIn(BEIJING).ofKinds(CCER))),
        Optional.empty(),
        kinds,
        Optional.of(List.of(new MinimumShare("LOCAL", TOTAL, 500, CreditCondition.in(BEIJING)))),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static PublishOffsetRule tianjin2015() {
    return row(
        "CN-12",
        2015,
        Optional.of(2015),
        Name.of("天津市碳排放权交易市场（2015）", "Tianjin emissions trading market, 2015"),
        OffsetRule.Status.HISTORICAL,
        Optional.empty(),
        Optional.of(
            new OffsetTerms(
                Optional.of(OTHERS_FROM),
                Optional.empty(),
                Optional.empty(),
                List.of(
                    OffsetCap.share(
                        TOTAL, OffsetBase.CONFIRMED_EMISSIONS, 100, CreditCondition.ANY)),
                Optional.of(List.of("HYDRO")),
                List.of(CCER),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty())),
        List.of(
            source(
                "天津市发展改革委关于抵消的限制的报道。 A report of the commission's restrictions.",
                Optional.empty(),
                Optional.of(
                    "ets-china.org/news/tianjin-drc-released-restrictions-in-using-ccers-in-offsetting-2"))),
        List.of(
            "文件原文；其他年度。 The document itself; other years.",
            "京津冀优先、仅限二氧化碳项目：未作为条件判定。 Projects of the three provinces first and of CO2 only: neither is judged."));
  }

  private static PublishOffsetRule guangdong() {
    return guangdong(2016, 2020, List.of());
  }

  private static PublishOffsetRule guangdong2021() {
    return guangdong(
        2021,
        2021,
        List.of(
            OffsetCap.tonnes(
                "ALL_ENTERPRISES", OffsetCap.Scope.MARKET, 1_000_000, CreditCondition.ANY)));
  }

  private static PublishOffsetRule guangdong(int first, int last, List<OffsetCap> more) {
    List<OffsetCap> caps = new ArrayList<>();
    caps.add(OffsetCap.share(TOTAL, OffsetBase.CONFIRMED_EMISSIONS, 100, CreditCondition.ANY));
    caps.addAll(more);
    return row(
        "CN-44",
        first,
        Optional.of(last),
        Name.of(
            "广东省碳排放权交易市场（" + first + "—" + last + "）",
            "Guangdong emissions trading market, " + first + " to " + last),
        OffsetRule.Status.HISTORICAL,
        Optional.empty(),
        Optional.of(
            new OffsetTerms(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                caps,
                Optional.of(List.of("HYDRO", "FOSSIL")),
                List.of(CCER, PHCER),
                Optional.of(
                    List.of(new MinimumShare("LOCAL", TOTAL, 700, CreditCondition.in(GUANGDONG)))),
                false,
                Optional.empty(),
                Optional.empty())),
        List.of(
            source(
                "广东省抵销规定的报道。 Reports of Guangdong's offset rules.",
                Optional.empty(),
                Optional.of("ets-china.org"))),
        List.of("各年度通知原文，包括逐年的总量上限。 The yearly notices, with each year's cap of the market."));
  }

  private static PublishOffsetRule notRead(
      String market, int year, String zh, String en, String document) {
    return row(
        market,
        year,
        Optional.empty(),
        Name.of(zh + "：尚未查阅", en + ": not read"),
        OffsetRule.Status.NOT_LOADED,
        Optional.empty(),
        Optional.empty(),
        List.of(source(document, Optional.empty(), Optional.empty())),
        List.of(document));
  }

  private static OffsetSource source(
      String title, Optional<String> number, Optional<String> place) {
    return new OffsetSource(number, place, title);
  }

  private static PublishOffsetRule row(
      String market,
      int first,
      Optional<Integer> last,
      Name name,
      OffsetRule.Status status,
      Optional<LocalDate> published,
      Optional<OffsetTerms> terms,
      List<OffsetSource> sources,
      List<String> unread) {
    return new PublishOffsetRule(
        Optional.empty(),
        first,
        last,
        new MarketId(market),
        name,
        published,
        sources,
        status,
        terms,
        unread);
  }
}
