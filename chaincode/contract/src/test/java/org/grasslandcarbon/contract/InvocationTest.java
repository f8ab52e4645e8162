// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.util.List;
import org.grasslandcarbon.domain.error.RegistryException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.junit.jupiter.api.Test;

class InvocationTest {

  private static void assertMalformed(ChaincodeMessage message, String detail) {
    assertThatThrownBy(() -> Invocation.of(message))
        .isInstanceOf(RegistryException.class)
        .hasMessage(detail);
  }

  private static ChaincodeMessage withHeader(
      ChannelHeader channelHeader, SignatureHeader signatureHeader) {
    Header header = Calls.header(channelHeader, signatureHeader);
    return Calls.call("tx", "f").toBuilder().setProposal(Calls.signed(header)).build();
  }

  private static ChannelHeader at(long seconds, int nanos) {
    return ChannelHeader.newBuilder()
        .setTimestamp(Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos))
        .build();
  }

  @Test
  void a_call_without_arguments_has_an_empty_function() {
    Invocation invocation = Invocation.of(Calls.call("tx", List.of()));

    assertThat(invocation.function()).isEmpty();
    assertThat(invocation.arguments()).isEmpty();
  }

  @Test
  void time_and_organisation_are_those_of_the_signed_proposal() {
    Invocation invocation =
        Invocation.of(withHeader(at(1_700_000_000, 5), Calls.signatureHeader("TianjinMSP")));

    assertThat(invocation.creatorMspId()).isEqualTo("TianjinMSP");
    assertThat(invocation.timestamp()).isEqualTo("2023-11-14T22:13:20.000000005Z");
  }

  @Test
  void a_proposal_without_an_organisation_is_refused() {
    assertMalformed(
        withHeader(Calls.channelHeader(), SignatureHeader.getDefaultInstance()),
        "the proposal names no organisation that signed it");
  }

  @Test
  void a_proposal_without_a_timestamp_is_refused() {
    assertMalformed(
        withHeader(ChannelHeader.getDefaultInstance(), Calls.signatureHeader("BeijingMSP")),
        "the proposal has no timestamp");
  }

  @Test
  void a_timestamp_out_of_range_is_refused() {
    for (long seconds : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertMalformed(
          withHeader(at(seconds, 0), Calls.signatureHeader("BeijingMSP")),
          "the proposal's timestamp is no date");
    }
  }

  @Test
  void a_proposal_that_is_not_readable_is_refused() {
    SignedProposal garbage =
        SignedProposal.newBuilder().setProposalBytes(ByteString.copyFromUtf8("?")).build();

    assertMalformed(
        Calls.call("tx", "f").toBuilder().setProposal(garbage).build(),
        "the peer's message holds no readable call");
  }
}
