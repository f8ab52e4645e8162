// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.grasslandcarbon.domain.certificate.RetirementCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF files of people who mean well, and of others. */
class CertificateInPdfTest {
  private static final byte[] JSON = "{\"a\":\"certificate\"}".getBytes(StandardCharsets.UTF_8);
  private static final String NAME = RetirementCertificate.FILE;

  private final PDDocument document = new PDDocument();
  private final Map<String, PDComplexFileSpecification> files = new TreeMap<>();

  CertificateInPdfTest() throws IOException {
    document.addPage(new PDPage());
    attach(NAME, JSON);
  }

  private PDComplexFileSpecification file(String name, byte[] content) throws IOException {
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    PDEmbeddedFile embedded =
        new PDEmbeddedFile(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
    file.setFile(name);
    file.setFileUnicode(name);
    file.setEmbeddedFile(embedded);
    file.setEmbeddedFileUnicode(embedded);
    file.getCOSObject().setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Source"));
    return file;
  }

  private void attach(String name, byte[] content) throws IOException {
    PDComplexFileSpecification file = file(name, content);
    files.put(name, file);
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(files);
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    files.values().forEach(associated::add);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }

  private byte[] pdf() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (document) {
      document.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void refused(byte[] pdf, String why) {
    assertThatThrownBy(() -> CertificateInPdf.of(pdf))
        .isInstanceOfSatisfying(
            CertificateInPdf.Refused.class,
            refusal -> {
              assertThat(refusal.detail().en()).contains(why);
              assertThat(refusal.detail().zh()).isNotBlank();
            });
  }

  @Test
  void the_one_attached_certificate_is_read_also_from_a_file_that_was_saved_anew()
      throws Exception {
    byte[] pdf = pdf();
    assertThat(CertificateInPdf.isPdf(pdf)).isTrue();
    assertThat(CertificateInPdf.of(pdf)).isEqualTo(JSON);
    ByteArrayOutputStream anew = new ByteArrayOutputStream();
    try (PDDocument read = Loader.loadPDF(pdf)) {
      read.getDocumentInformation().setAuthor("somebody");
      read.save(anew);
    }
    assertThat(CertificateInPdf.of(anew.toByteArray())).isEqualTo(JSON);
    assertThat(CertificateInPdf.isPdf(JSON)).isFalse();
    assertThat(CertificateInPdf.isPdf(new byte[0])).isFalse();
  }

  @Test
  void a_second_attachment_is_refused_whatever_it_is_called() throws IOException {
    attach("a-" + NAME, JSON);
    refused(pdf(), "more than one file");
  }

  @Test
  void a_second_attachment_that_is_pinned_to_the_page_is_refused() throws IOException {
    PDAnnotationFileAttachment pin = new PDAnnotationFileAttachment();
    pin.setFile(file(NAME, "{}".getBytes(StandardCharsets.UTF_8)));
    document.getPage(0).getAnnotations().add(pin);
    refused(pdf(), "more than one file");
  }

  @Test
  void a_second_attachment_that_hides_in_a_private_place_is_refused() throws IOException {
    COSDictionary hidden = new COSDictionary();
    hidden.setItem("Elsewhere", file("other", JSON));
    COSArray nested = new COSArray();
    nested.add(hidden);
    document.getPage(0).getCOSObject().setItem("Private", nested);
    refused(pdf(), "more than one file");
  }

  @Test
  void one_description_with_two_contents_is_refused() throws IOException {
    COSDictionary contents = files.get(NAME).getCOSObject().getCOSDictionary(COSName.EF);
    PDEmbeddedFile other = new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1}));
    other.getCOSObject().removeItem(COSName.TYPE);
    contents.setItem(COSName.UF, other);
    refused(pdf(), "more than one content");
  }

  @Test
  void without_an_attachment_there_is_nothing_to_verify() throws IOException {
    try (PDDocument empty = new PDDocument()) {
      empty.addPage(new PDPage());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      empty.save(out);
      refused(out.toByteArray(), "no file is attached");
    }
  }

  @Test
  void an_attachment_of_another_name_or_meaning_is_refused() throws IOException {
    PDComplexFileSpecification only = files.get(NAME);
    only.setFileUnicode("invoice.json");
    refused(pdf(), "is not called " + NAME);
  }

  @Test
  void an_attachment_that_is_not_the_source_is_refused() {
    files
        .get(NAME)
        .getCOSObject()
        .setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Supplement"));
    refused(pdf(), "is not the document's source");
  }

  @Test
  void an_attachment_that_nothing_in_the_catalogue_names_is_refused() {
    document.getDocumentCatalog().getCOSObject().removeItem(COSName.getPDFName("AF"));
    refused(pdf(), "is not the document's source");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void an_encrypted_file_is_refused_also_where_anybody_can_open_it(String password)
      throws IOException {
    document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
    refused(pdf(), "encrypted");
  }

  @Test
  void a_broken_file_is_refused() {
    byte[] pdf = pdf();
    refused(Arrays.copyOf(pdf, pdf.length / 2), "broken");
    refused("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), "broken");
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    refused(
        text.replaceFirst("startxref\\s+\\d+", "startxref\n7")
            .getBytes(StandardCharsets.ISO_8859_1),
        "broken");
  }

  @Test
  void an_attachment_that_unpacks_to_more_than_a_certificate_has_is_refused() throws IOException {
    attach(NAME, new byte[RetirementCertificate.BYTES_MOST + 1]);
    byte[] pdf = pdf();
    assertThat(pdf.length).isLessThan(100_000);
    refused(pdf, "too large");
  }
}
