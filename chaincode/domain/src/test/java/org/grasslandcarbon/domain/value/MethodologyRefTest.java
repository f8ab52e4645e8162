// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodologyRefTest {
  @Test
  void a_version_is_written_with_a_stroke_between_id_and_version() {
    assertThat(MethodologyRef.parse("GCS-T1/1.0")).isEqualTo(new MethodologyRef("GCS-T1", "1.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GCS-T1", "/1.0", "GCS-T1/", "GCS-T1/1.0/2", "gcs/1.0", ""})
  void what_is_no_version_is_refused(String text) {
    assertThatThrownBy(() -> MethodologyRef.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
