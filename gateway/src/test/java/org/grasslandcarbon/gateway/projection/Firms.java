// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.Locale;
import java.util.Optional;
import org.grasslandcarbon.domain.credit.Beneficiary;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;

/**
 * Enterprises by number, each with a name in both languages and a code, and the ways in which
 * people spell them when they type the beneficiary of a retirement.
 */
final class Firms {
  private static final String[] PLACES_ZH = {
    "北京", "天津", "石家庄", "保定", "张家口", "呼和浩特", "包头", "赤峰", "通辽", "锡林郭勒", "呼伦贝尔", "鄂尔多斯"
  };
  private static final String[] PLACES_EN = {
    "Beijing",
    "Tianjin",
    "Shijiazhuang",
    "Baoding",
    "Zhangjiakou",
    "Hohhot",
    "Baotou",
    "Chifeng",
    "Tongliao",
    "Xilingol",
    "Hulunbuir",
    "Ordos"
  };
  private static final String[] FIRST_ZH = {
    "蓝", "碧", "青", "金", "新", "恒", "华", "中", "绿", "远", "天", "海", "云", "宏", "瑞", "德"
  };
  private static final String[] FIRST_EN = {
    "Lan", "Bi", "Qing", "Jin", "Xin", "Heng", "Hua", "Zhong", "Lyu", "Yuan", "Tian", "Hai", "Yun",
    "Hong", "Rui", "De"
  };
  private static final String[] SECOND_ZH = {
    "山", "草", "原", "源", "泰", "盛", "达", "兴", "牧", "川", "林", "丰", "和", "光", "风", "石"
  };
  private static final String[] SECOND_EN = {
    "shan", "cao", "yuan", "yuan", "tai", "sheng", "da", "xing", "mu", "chuan", "lin", "feng", "he",
    "guang", "feng", "shi"
  };
  private static final String[] TRADES_ZH = {"能源", "钢铁", "物流", "数据", "乳业", "电力", "建材", "文化"};
  private static final String[] TRADES_EN = {
    "Energy", "Steel", "Logistics", "Data", "Dairy", "Power", "Building Materials", "Culture"
  };

  private Firms() {}

  /** The code of a number: valid, and another for each number below a thousand million. */
  static ParticipantId code(int number) {
    String body = String.format(Locale.ROOT, "91110000%09d", number);
    return new ParticipantId(body + ParticipantId.checkCharacter(body + "0"));
  }

  /** The name of a number; numbers have names of their own. */
  static Name name(int number) {
    int place = number % PLACES_ZH.length;
    int first = number / PLACES_ZH.length % FIRST_ZH.length;
    int second = number / 7 % SECOND_ZH.length;
    int trade = number / 3 % TRADES_ZH.length;
    return Name.of(
        PLACES_ZH[place]
            + FIRST_ZH[first]
            + SECOND_ZH[second]
            + TRADES_ZH[trade]
            + number
            + (number % 5 == 0 ? "股份有限公司" : "有限公司"),
        PLACES_EN[place]
            + " "
            + FIRST_EN[first]
            + SECOND_EN[second]
            + " "
            + TRADES_EN[trade]
            + " "
            + number
            + (number % 5 == 0 ? " Joint-stock Co., Ltd." : " Co., Ltd."));
  }

  /**
   * An enterprise as a beneficiary, as somebody spells it: every second one never has a code.
   *
   * @param spelling 0 as it spells itself, 1 in full width, 2 with capitals and room around
   */
  static Beneficiary beneficiary(int number, int spelling) {
    Name own = name(number);
    Name name =
        switch (spelling) {
          case 1 -> Name.of(wide(own.zh()), own.en());
          case 2 -> Name.of(own.zh(), own.en().toUpperCase(Locale.ROOT));
          default -> own;
        };
    return new Beneficiary(number % 2 == 0 ? Optional.of(code(number)) : Optional.empty(), name);
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    for (char c : text.toCharArray()) {
      wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
    }
    return wide.toString();
  }
}
