// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizesTest {

  /** 4294967295 is the largest unsigned number of 32 bits. */
  @ParameterizedTest
  @CsvSource({
    "true, 1000, 1000",
    "true, 1, 1",
    "true, 0, 1",
    "true, 5000, 5000",
    "true, 5001, 5000",
    "true, 4294967295, 5000",
    "false, 1000, 1"
  })
  void an_offer_counts_when_it_is_made_and_up_to_our_own_limit(
      boolean offered, long maximum, int size) throws InvalidProtocolBufferException {
    ByteString offer =
        ChaincodeAdditionalParams.newBuilder()
            .setUseGetMultipleKeys(offered)
            .setMaxSizeGetMultipleKeys((int) maximum)
            .setUseWriteBatch(offered)
            .setMaxSizeWriteBatch((int) maximum)
            .build()
            .toByteString();

    assertThat(BatchSizes.offeredBy(offer)).isEqualTo(new BatchSizes(size, size));
  }

  @Test
  void an_empty_offer_is_none() throws InvalidProtocolBufferException {
    assertThat(BatchSizes.offeredBy(ByteString.EMPTY)).isEqualTo(BatchSizes.SINGLE);
  }
}
