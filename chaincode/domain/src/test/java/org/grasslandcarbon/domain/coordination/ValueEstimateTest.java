// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;

class ValueEstimateTest {
  private static final RegionCode INNER_MONGOLIA = new RegionCode("150000");
  private static final RegionCode HEBEI = new RegionCode("130000");

  /** 1,000 ha of 2 t: 2,000 t a year. */
  private static ValueInputs.Place large() {
    return new ValueInputs.Place(
        Decimal.of("1000"),
        Fen.of(1_000),
        10,
        Fen.of(3_000),
        Fen.of(1_000_000),
        INNER_MONGOLIA,
        Fen.of(2_000_000),
        Decimal.of("2"));
  }

  /** 500 ha of 1.5 t: 750 t a year. */
  private static ValueInputs.Place small() {
    return new ValueInputs.Place(
        Decimal.of("500"),
        Fen.of(0),
        20,
        Fen.of(2_000),
        Fen.of(800_000),
        HEBEI,
        Fen.of(0),
        Decimal.of("1.5"));
  }

  private static ValueInputs inputs(String discount, int years) {
    return new ValueInputs(
        Decimal.of(discount),
        new ValueInputs.Joint(
            Optional.of(Decimal.of("10")), 8, Fen.of(1_200_000), Fen.of(1_500_000)),
        new ValueInputs.Prices(Fen.of(8_000), Fen.of(5_000), Fen.of(6_000)),
        List.of(large(), small()),
        years);
  }

  private static void is(ValueEstimate.Sums sums, String... expected) {
    assertThat(
            List.of(
                sums.tonnes(),
                sums.revenueFen(),
                sums.feesFen(),
                sums.compensationFen(),
                sums.costFen(),
                sums.npvFen()))
        .extracting(Figure::toString)
        .containsExactly(expected);
  }

  @Test
  void value_is_joint_minus_the_sum_of_separate_at_each_price() {
    ValueEstimate estimate = ValueEstimate.of(inputs("10", 2));
    // 1/1.1 + 1/1.21 = 210/121
    assertThat(estimate.annuity()).hasToString("1.735537");
    ValueEstimate.AtPrice low = estimate.prices().get(0);
    assertThat(low.price()).isEqualTo(ValueEstimate.Price.LOW);
    assertThat(low.priceFen()).isEqualTo(Fen.of(5_000));
    // a year: 10,000,000 - 100,000 - 4,000,000 + 1,000,000 = 6,900,000;
    // 6,900,000 x 210/121 - 2,000,000 = 9,975,206.6
    is(low.alone().get(0), "4000", "20000000", "200000", "2000000", "10000000", "9975207");
    assertThat(low.alone().get(0).region()).contains(INNER_MONGOLIA);
    // a year: 3,750,000 - 75,000 - 1,800,000 = 1,875,000; x 210/121 = 3,254,132.2
    is(low.alone().get(1), "1500", "7500000", "150000", "0", "3600000", "3254132");
    is(low.separate(), "5500", "27500000", "350000", "2000000", "13600000", "13229339");
    // a year: 2,760 t, 13,800,000 - 110,400 - 5,200,000 + 1,000,000 = 9,489,600;
    // x 210/121 - 1,500,000 = 14,969,553.7
    is(low.joint(), "5520", "27600000", "220800", "2000000", "11900000", "14969554");
    is(low.added(), "20", "100000", "-129200", "0", "-1700000", "1740215");
    // at 8,000: 2,760 t bring 22,080,000 - 176,640 - 5,200,000 + 1,000,000 = 17,703,360;
    // x 210/121 - 1,500,000 = 29,224,839.7
    // alone 16,000,000 - 160,000 - 4,000,000 + 1,000,000 = 12,840,000, 20,284,297.5;
    // 6,000,000 - 120,000 - 1,800,000 = 4,080,000, 7,080,991.7
    ValueEstimate.AtPrice high = estimate.prices().get(2);
    assertThat(high.joint().npvFen()).hasToString("29224840");
    assertThat(high.separate().npvFen()).hasToString(Long.toString(20_284_298 + 7_080_992));
    assertThat(high.added().npvFen()).hasToString("1859550");
    assertThat(estimate.added())
        .isEqualTo(new ValueEstimate.Range(Figure.of(1_740_215), Figure.of(1_859_550)));
  }

  @Test
  void without_discount_years_count_alike() {
    ValueEstimate estimate = ValueEstimate.of(inputs("0", 3));
    assertThat(estimate.annuity()).hasToString("3");
    // 6,900,000 x 3 - 2,000,000
    assertThat(estimate.prices().get(0).alone().get(0).npvFen()).hasToString("18700000");
  }

  @Test
  void acting_together_may_cost_more_than_it_brings() {
    ValueInputs.Joint dear =
        new ValueInputs.Joint(Optional.empty(), 10, Fen.of(5_000_000), Fen.of(2_000_000));
    ValueInputs cheapAlone = inputs("10", 2);
    ValueEstimate estimate =
        ValueEstimate.of(
            new ValueInputs(
                cheapAlone.discountPercent(),
                dear,
                cheapAlone.prices(),
                cheapAlone.regions(),
                cheapAlone.years()));
    assertThat(estimate.added().mostNpvFen().isNegative()).isTrue();
  }

  @Test
  void what_was_typed_comes_back_and_every_number_says_from_what_it_is() {
    ValueInputs inputs = inputs("4.5", 60);
    ValueEstimate estimate = ValueEstimate.of(inputs);
    assertThat(estimate.inputs()).isEqualTo(inputs);
    assertThat(Codec.write(estimate)).isEqualTo(Codec.write(ValueEstimate.of(inputs)));
    List<String> explained =
        estimate.formulas().stream().map(ValueEstimate.Formula::member).toList();
    assertThat(explained)
        .contains("tonnes", "revenueFen", "feesFen", "compensationFen", "costFen", "npvFen");
    assertThat(estimate.formulas()).allSatisfy(each -> assertThat(each.from()).isNotEmpty());
  }

  @Test
  void the_largest_that_may_be_typed_is_computed() {
    ValueInputs.Place most =
        new ValueInputs.Place(
            Decimal.of("1000000000"),
            Fen.of(1_000_000_000),
            0,
            Fen.ZERO,
            Fen.ZERO,
            HEBEI,
            Fen.ZERO,
            Decimal.of("100"));
    Fen dear = Fen.of(1_000_000_000);
    ValueEstimate estimate =
        ValueEstimate.of(
            new ValueInputs(
                Decimal.of("0"),
                new ValueInputs.Joint(Optional.empty(), 0, Fen.ZERO, Fen.ZERO),
                new ValueInputs.Prices(dear, dear, dear),
                List.of(most, large()),
                60));
    assertThat(estimate.prices().get(0).alone().get(0).revenueFen())
        .hasToString("6000000000000000000000");
  }

  private static void refused(String json, String because) {
    assertThatThrownBy(() -> Codec.read(json.getBytes(StandardCharsets.UTF_8), ValueInputs.class))
        .as(json)
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining(because);
  }

  @Test
  void what_cannot_be_meant_is_refused() {
    String good = new String(Codec.write(inputs("10", 2)), StandardCharsets.UTF_8);
    assertThat(Codec.read(good.getBytes(StandardCharsets.UTF_8), ValueInputs.class))
        .isEqualTo(inputs("10", 2));
    refused(good.replace("\"discountPercent\":\"10\"", "\"discountPercent\":\"101\""), "percent");
    refused(good.replace("\"discountPercent\":\"10\"", "\"discountPercent\":\"-1\""), "percent");
    refused(good.replace("\"years\":2", "\"years\":0"), "years");
    refused(good.replace("\"years\":2", "\"years\":61"), "years");
    refused(good.replace("\"low\":5000", "\"low\":7000"), "ascend");
    refused(good.replace("130000", "150000"), "once");
    refused(good.replace("\"areaHectares\":\"500\"", "\"areaHectares\":\"0\""), "area");
    refused(good.replace("\"tonnesPerHectare\":\"2\"", "\"tonnesPerHectare\":\"101\""), "tonnes");
    refused(good.replace("\"tonnesPerHectare\":\"2\"", "\"tonnesPerHectare\":\"-2\""), "tonnes");
    refused(good.replace("\"feePerMille\":8", "\"feePerMille\":1001"), "per mille");
    refused(good.replace("\"extraTonnes\":\"10\"", "\"extraTonnes\":\"-10\""), "tonnes");
    refused(good.replace("\"years\":2", "\"years\":2,\"inflation\":1"), "inflation");
    refused(good.replace("\"high\":8000", "\"high\":1000000001"), "1000000000");
  }

  @Test
  void one_region_has_nobody_to_act_with() {
    ValueInputs two = inputs("10", 2);
    assertThatThrownBy(
            () ->
                new ValueInputs(
                    two.discountPercent(), two.joint(), two.prices(), List.of(large()), 2))
        .isInstanceOf(BadValueException.class);
  }
}
