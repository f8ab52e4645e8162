// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: mpmath 1.3.0, regularised incomplete beta function inverted with 45 digits. */
class StudentTTest {
  /** One-sided quantiles at 0.667 for 1, 2, 3 and so on degrees of freedom. */
  static final String[] AT_0_667 = {
    "0.57874737779348742400",
    "0.50112542233237215110",
    "0.47692974261795127427",
    "0.46517830049834265918",
    "0.45825130838583157107",
    "0.45368914257341001268",
    "0.45045934566899048897",
    "0.44805344271234330227",
    "0.44619222659439528951",
    "0.44470972860449814146",
    "0.44350113631268067316",
    "0.44249701919307720589",
    "0.44164956931971624683",
    "0.44092479648964091190",
    "0.44029787492186032195",
    "0.43975025100694000304",
    "0.43926778095645892236",
    "0.43883949459923008856",
    "0.43845675282373076629",
    "0.43811265983590789816",
    "0.43780164466147562894",
    "0.43751915765222619460",
    "0.43726144674860471397",
    "0.43702539007691012979",
    "0.43680836900225187312",
    "0.43660817067463250786",
    "0.43642291237346034772",
    "0.43625098216732757313",
    "0.43609099192725124223",
    "0.43594173979403436203",
    "0.43580217995275874369",
    "0.43567139810706889096",
    "0.43554859143762308892",
    "0.43543305211659481835",
    "0.43532415366332093601",
    "0.43522133958584642831",
    "0.43512411387375108526",
    "0.43503203299957525955",
    "0.43494469915678244419",
    "0.43486175451685666128"
  };

  private static final BigDecimal P = new BigDecimal("0.667");

  @Test
  void quantiles_are_those_of_an_independent_computation_to_twenty_digits() {
    for (int degrees = 1; degrees <= AT_0_667.length; degrees++) {
      assertThat(StudentT.quantile(degrees, P))
          .as("%s degrees", degrees)
          .isEqualByComparingTo(AT_0_667[degrees - 1]);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.51, 1, 0.031426266043351147819",
    "0.51, 2, 0.028289929799333551690",
    "0.51, 5, 0.026346712342273238453",
    "0.51, 30, 0.025278783971765791954",
    "0.51, 999, 0.025075186488481045016",
    "0.95, 1, 6.3137515146750430990",
    "0.95, 2, 2.9199855803537256870",
    "0.95, 5, 2.0150483733330242378",
    "0.95, 30, 1.6972608865939578486",
    "0.95, 999, 1.6463803454275356467",
    "0.9999, 1, 3183.0987571181509067",
    "0.9999, 2, 70.700071074964277578",
    "0.9999, 5, 9.6775663008825913006",
    "0.9999, 30, 4.2339859572720211158",
    "0.9999, 999, 3.7328654996082843928",
    "0.667, 97, 0.43296692648055115686",
    "0.667, 198, 0.43229149261696395358",
    "0.667, 999, 0.43177241194244822783"
  })
  void quantiles_far_out_and_of_many_degrees_have_twenty_digits_too(
      String probability, int degrees, String expected) {
    assertThat(StudentT.quantile(degrees, new BigDecimal(probability)))
        .isEqualByComparingTo(expected);
  }

  @Test
  void the_middle_is_zero() {
    assertThat(StudentT.quantile(7, new BigDecimal("0.5"))).isEqualByComparingTo("0");
  }

  @Test
  void one_and_two_degrees_agree_with_their_closed_forms() {
    // Two degrees: t = (2p - 1) / sqrt(2 p (1 - p)).
    MathContext fifty = new MathContext(50, RoundingMode.HALF_EVEN);
    BigDecimal root =
        SquareRoot.of(
            P.multiply(BigDecimal.ONE.subtract(P)).multiply(BigDecimal.valueOf(2)), fifty);
    BigDecimal expected = new BigDecimal("0.334").divide(root, fifty).round(StudentT.DIGITS);
    assertThat(StudentT.quantile(2, P)).isEqualByComparingTo(expected);
    // One degree at 0.75: the tangent of 45 degrees.
    assertThat(StudentT.quantile(1, new BigDecimal("0.75"))).isEqualByComparingTo("1");
  }

  @Test
  void quantiles_fall_with_degrees_and_rise_with_probability() {
    for (int degrees = 2; degrees < 60; degrees++) {
      assertThat(StudentT.quantile(degrees, P)).isLessThan(StudentT.quantile(degrees - 1, P));
      assertThat(StudentT.quantile(degrees, new BigDecimal("0.7")))
          .isGreaterThan(StudentT.quantile(degrees, P));
    }
  }

  @Test
  void the_most_degrees_allowed_are_computed_and_one_more_is_refused() {
    // For many degrees the quantile nears that of the normal distribution, 0.43164...
    assertThat(StudentT.quantile(StudentT.DEGREES_MOST, P))
        .isBetween(new BigDecimal("0.4316"), new BigDecimal("0.4317"));
    assertThatThrownBy(() -> StudentT.quantile(StudentT.DEGREES_MOST + 1, P))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StudentT.quantile(0, P)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StudentT.quantile(5, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pi_is_that_of_machin() {
    MathContext ninety = new MathContext(90, RoundingMode.HALF_EVEN);
    BigDecimal pi =
        arcCotangent(5, ninety)
            .multiply(BigDecimal.valueOf(16))
            .subtract(arcCotangent(239, ninety).multiply(BigDecimal.valueOf(4)));
    assertThat(StudentT.PI).isEqualByComparingTo(pi.setScale(79, RoundingMode.DOWN));
  }

  private static BigDecimal arcCotangent(long x, MathContext context) {
    BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(x), context);
    BigDecimal sum = BigDecimal.ZERO;
    for (long k = 1; k < 200; k += 2) {
      BigDecimal term = power.divide(BigDecimal.valueOf(k), context);
      sum = k % 4 == 1 ? sum.add(term) : sum.subtract(term);
      power = power.divide(BigDecimal.valueOf(x * x), context);
    }
    return sum;
  }
}
