// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePageTest {
  private final SampleCertificate sample = new SampleCertificate();

  private String page() {
    return CertificatePage.of(sample.certificate(), Sha256.of(sample.json()));
  }

  @Test
  void it_says_what_the_certificate_says_and_the_digest_of_its_file() {
    assertThat(page())
        .contains(
            "草原碳汇减排量注销证书",
            "受益企业",
            "Beneficiary Ltd",
            "CN-GCS-152502-20240001-2025-001-1-30",
            Sha256.of(sample.json()).value(),
            "BeijingMSP, TianjinMSP",
            "proves nothing")
        .doesNotContain("仅供练习");
    sample.training = true;
    assertThat(page()).contains("class=\"practice\"", "仅供练习，不代表真实减排量");
  }

  @Test
  void what_strangers_have_typed_is_text_and_nothing_else() {
    sample.statement = "<script>alert('x')</script><img src=x onerror=\"y\"> & </bdi></p>";
    sample.beneficiary = Name.of("甲\u202E乙", "<b>\u200B</b>");
    assertThat(page())
        .contains(
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;img src=x onerror=&quot;y&quot;&gt;"
                + " &amp; &lt;/bdi&gt;&lt;/p&gt;")
        .contains(
            "<bdi>91110000600037341L 甲[U+202E]乙</bdi>", "<bdi>&lt;b&gt;[U+200B]&lt;/b&gt;</bdi>")
        .doesNotContain("<script", "<img", "<b>", "\u202E", "style=");
  }

  @Test
  void every_batch_is_on_it_however_many_there_are() {
    SampleCertificate all = SampleCertificate.ofAllThatThereCanBe();
    String page = CertificatePage.of(all.certificate(), Sha256.of(all.json()));
    assertThat(page.split("<tr>", -1)).hasSize(1 + 1 + 199);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x",
        "https://user@x",
        "https://x?y",
        "https://x#y",
        "javascript:alert(1)",
        "https:x"
      })
  void an_address_that_is_none_is_refused_at_the_start(String address) {
    assertThatThrownBy(() -> new CertificateSettings(Optional.of(URI.create(address))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("grassland.certificates.address");
  }

  @Test
  void an_address_is_taken_without_its_last_stroke() {
    assertThat(new CertificateSettings(Optional.of(URI.create("https://x/registry/"))).address())
        .contains(URI.create("https://x/registry"));
    assertThat(new CertificateSettings(Optional.of(URI.create(""))).address()).isEmpty();
  }
}
