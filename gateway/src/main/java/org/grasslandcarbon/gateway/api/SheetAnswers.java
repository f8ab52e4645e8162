// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.StreamUtils;

/** Writes the rows of an answer as a file. */
final class SheetAnswers extends AbstractHttpMessageConverter<SheetAnswer> {
  private final DocumentFiles.Format format;

  SheetAnswers(DocumentFiles.Format format) {
    super(StandardCharsets.UTF_8, format.type());
    this.format = format;
  }

  @Override
  protected void writeInternal(SheetAnswer sheet, HttpOutputMessage message) throws IOException {
    byte[] file = format.bytes(sheet.rows().get(), sheet.name());
    message.getHeaders().setContentDisposition(format.attachment(sheet.name()));
    message.getHeaders().setContentLength(file.length);
    StreamUtils.copy(file, message.getBody());
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == SheetAnswer.class;
  }

  @Override
  protected boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected SheetAnswer readInternal(Class<? extends SheetAnswer> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("no answer is read", message);
  }
}
