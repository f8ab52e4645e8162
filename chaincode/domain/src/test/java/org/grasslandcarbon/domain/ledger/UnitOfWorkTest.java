// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.testing.MapStore;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.RegionCode;
import org.junit.jupiter.api.Test;

class UnitOfWorkTest {
  private final MapStore store = new MapStore();
  private final UnitOfWork work = new UnitOfWork(store);

  private static Region region(String code) {
    return new Region(
        new RegionCode(code), Name.of("区", "Region"), LocalDate.EPOCH, Optional.empty());
  }

  @Test
  void what_is_dropped_is_not_written_and_what_is_kept_is() {
    work.stage(region("110000"));
    work.drop();
    work.stage(region("120000"));
    work.keep();
    work.flush(Long.MAX_VALUE);
    assertThat(store.state()).containsOnlyKeys(region("120000").key().text());
  }

  @Test
  void a_record_is_read_once_however_often_it_is_asked_for() {
    work.load(List.of(region("110000").key(), region("110000").key()));
    work.load(List.of(region("110000").key()));
    assertThat(work.find(Region.key(new RegionCode("110000")))).isEmpty();
    assertThat(store.reads()).isEqualTo(1);
    assertThat(work.lateReads()).isZero();
  }

  @Test
  void writes_within_the_limit_are_written_and_one_byte_more_is_refused_with_nothing_written() {
    work.write(region("110000"));
    long bytes = Codec.write(region("110000")).length;
    assertThatThrownBy(() -> work.flush(bytes - 1))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_LARGE));
    assertThat(store.state()).isEmpty();
    work.flush(bytes);
    assertThat(store.state()).hasSize(1);
  }
}
