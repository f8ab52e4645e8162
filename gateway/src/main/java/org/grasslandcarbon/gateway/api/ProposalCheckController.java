// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.preparation.ProposalCheck;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs of a proposal: what the ledger would make of it, for those who draw up a design. */
@RestController
@RequestMapping(Paths.BASE + "/proposal-checks")
@Open("computes from public data and writes nothing")
final class ProposalCheckController {
  /** As much as an instruction holds. */
  private static final int BODY_MOST = SignedInstruction.PAYLOAD_BYTES_MOST;

  private final ProposalCheck proposals;
  private final Computations computations;

  ProposalCheckController(ProposalCheck proposals, Computations dryRunThreads) {
    this.proposals = proposals;
    this.computations = dryRunThreads;
  }

  /** Judges and writes nothing; public, since everything that it reads is. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<Object>> check(HttpServletRequest request) throws IOException {
    byte[] args =
        Bodies.read(
            request, BODY_MOST, zh("试算请求最多 %s 字节").en("a dry run has at most %s bytes", BODY_MOST));
    return computations
        .submit(mustBeWanted -> proposals.check(args), () -> {})
        .thenApply(
            result ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Codec.tree(result)));
  }
}
