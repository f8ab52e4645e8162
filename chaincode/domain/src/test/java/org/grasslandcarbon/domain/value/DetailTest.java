// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It changes the locale of the JVM.")
class DetailTest {
  @Test
  void both_languages_have_the_same_values() {
    Detail detail =
        zh("要求 %s 吨，仍有 %s 吨").en("%s t are asked for, %s t are left", Tonnes.of(12), Tonnes.of(5));
    assertThat(detail.zh()).isEqualTo("要求 12 吨，仍有 5 吨");
    assertThat(detail.en()).isEqualTo("12 t are asked for, 5 t are left");
  }

  @Test
  void values_may_stand_in_another_order() {
    Detail detail = zh("缺少 %2$s 的 %1$s").en("%s of %s is missing", "HEAD.SHEEP", "S1");
    assertThat(detail.zh()).isEqualTo("缺少 S1 的 HEAD.SHEEP");
    assertThat(detail.en()).isEqualTo("HEAD.SHEEP of S1 is missing");
  }

  @Test
  void a_value_that_has_words_has_them_in_each_language() {
    DateRange period = new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    Detail detail = zh("监测期为 %s").en("the period is %s", period).at("args.period");
    assertThat(detail.zh()).isEqualTo("args.period：监测期为 2024-01-01 至 2024-12-31");
    assertThat(detail.en()).isEqualTo("args.period: the period is 2024-01-01 to 2024-12-31");
  }

  @Test
  void what_a_stranger_sent_is_no_template() {
    String sent = "%s%n%1$s 100%";
    assertThat(zh("名称为 %s").en("the name is %s", sent).en()).isEqualTo("the name is " + sent);
    assertThat(Detail.told(sent, sent).zh()).isEqualTo(sent);
  }

  @Test
  void the_machines_language_changes_nothing() {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale :
          List.of(Locale.forLanguageTag("ar-EG"), Locale.forLanguageTag("th-TH-u-nu-thai"))) {
        Locale.setDefault(locale);
        assertThat(zh("共 %s 个").en("there are %s", 1234).en()).isEqualTo("there are 1234");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
