// SPDX-License-Identifier: Apache-2.0
/** What regions are told of their work together. It writes nothing. */
package org.grasslandcarbon.cli.coordination;
