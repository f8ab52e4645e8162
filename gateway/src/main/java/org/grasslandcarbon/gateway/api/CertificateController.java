// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.certificate.Certificates;
import org.grasslandcarbon.gateway.certificate.PrintedCertificates;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.CreditViews;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Certificates of retirements: as JSON, which is the certificate, as a printed page with it (PDF),
 * and as a page for browsers. The tag is the certificate's digest, so that whoever has it is told
 * that it still is the same, whatever blocks have come since. One certificate makes one page, byte
 * for byte.
 */
@RestController
@RequestMapping(Paths.BASE + "/retirements")
@Open("a certificate says what is public and proves it")
final class CertificateController {
  private static final String CERTIFICATE = "/{id}/certificate";

  private final Reader reader;
  private final Certificates certificates;
  private final PrintedCertificates printed;
  private final Computations threads;

  CertificateController(
      Reader reader,
      Certificates certificates,
      PrintedCertificates printed,
      Computations certificateThreads) {
    this.reader = reader;
    this.certificates = certificates;
    this.printed = printed;
    this.threads = certificateThreads;
  }

  /** The certificate; everything else is made of it. */
  @GetMapping(CERTIFICATE)
  CompletableFuture<ResponseEntity<JsonNode>> certificate(@PathVariable String id) {
    return made(
        id,
        Codec::readTree,
        certificate -> Sha256.of(Codec.write(certificate)),
        UnaryOperator.identity(),
        MediaType.APPLICATION_JSON);
  }

  @GetMapping(path = CERTIFICATE, produces = DocumentFiles.PDF)
  CompletableFuture<ResponseEntity<byte[]>> certificateAsPdf(@PathVariable String id) {
    return made(
        id,
        printed::paper,
        Sha256::of,
        DocumentFiles.named("certificate.pdf"),
        MediaType.APPLICATION_PDF);
  }

  @GetMapping(path = CERTIFICATE, produces = MediaType.TEXT_HTML_VALUE)
  CompletableFuture<ResponseEntity<byte[]>> certificateAsPage(@PathVariable String id) {
    return made(
        id,
        certificate -> printed.page(certificate).getBytes(StandardCharsets.UTF_8),
        Sha256::of,
        UnaryOperator.identity(),
        new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
  }

  private <T> CompletableFuture<ResponseEntity<T>> made(
      String name,
      Function<byte[], T> form,
      Function<T, Sha256> digest,
      UnaryOperator<ResponseEntity.BodyBuilder> more,
      MediaType type) {
    return threads.submit(
        mustBeWanted -> {
          T made = form.apply(certificates.find(must(name)).orElseThrow(Found::nothing));
          return more.apply(ResponseEntity.ok())
              .cacheControl(CacheControl.noCache())
              .varyBy(HttpHeaders.ACCEPT)
              .eTag(digest.apply(made).value())
              .contentType(type)
              .body(made);
        },
        () -> {});
  }

  /** The instruction of a retirement, which is named as where retirements are shown. */
  private InstructionId must(String name) {
    return Named.in(CreditViews.RETIREMENTS, List.of(name))
        .flatMap(reader::first)
        .map(found -> new InstructionId(found.required("id").asString()))
        .orElseThrow(Found::nothing);
  }
}
