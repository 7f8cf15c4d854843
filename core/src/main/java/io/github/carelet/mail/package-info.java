/**
 * What mails say to patients and to the clinic. Composed when they are sent, of the event, the booking and the catalogue.
 * Neither a treatment, nor a type of appointment, nor a reason, nor a patient's name may ever be written here; of a type of
 * appointment only its length is read.
 */
@org.jspecify.annotations.NullMarked
package io.github.carelet.mail;
